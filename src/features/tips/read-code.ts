import { readReceipt, receiptAlphabet } from '#contract/receipt.ts'

/** What a typed code is worth before any network call. `at`: the wrong sign, counted without separators. */
export type CodeReading = { kind: 'ok' } | { kind: 'wrong'; words: string; at?: number }

const length = 20
/** The bundled look-alikes: none of them is in a code. */
const unused = '0, O, 1, I, L, 5, S, 8, B, Z, U, V, G'

export function readCode(typed: string): CodeReading {
  const signs = signsOf(typed)
  if (signs === '') return { kind: 'wrong', words: 'Bạn nhập mã tin báo.' }
  const reading = readReceipt(typed)
  switch (reading.kind) {
    case 'ok':
      return { kind: 'ok' }
    case 'wrong-sign':
      return {
        kind: 'wrong',
        at: reading.at,
        words: `Ký tự thứ ${reading.at + 1} (“${signs[reading.at]}”) không đúng. Mã không có ${unused}.`,
      }
    case 'wrong-length':
      return {
        kind: 'wrong',
        words: `Mã có ${length} ký tự, bạn mới nhập ${signs.length}.`.replace(
          'mới ',
          signs.length > length ? '' : 'mới ',
        ),
      }
    case 'wrong-check':
      return { kind: 'wrong', words: 'Có ký tự nhầm hoặc đổi chỗ. Bạn so lại từng nhóm 5 ký tự.' }
  }
}

export function signsOf(typed: string): string {
  return typed.toUpperCase().replace(/[\s.-]/g, '')
}

/** As on the receipt: groups of five. What cannot be in a code stays visible, to be pointed at. */
export function groupCode(typed: string): string {
  return signsOf(typed).replace(/.{5}(?=.)/g, '$&-')
}

/** A whole code inside something scanned or pasted, such as the text of a message. */
export function findCode(text: string): string | undefined {
  const sign = `[${receiptAlphabet}]`
  const found = new RegExp(`(?:${sign}{5}[\\s.-]*){4}`).exec(text.toUpperCase())?.[0]
  return found && readReceipt(found).kind === 'ok' ? groupCode(found) : undefined
}

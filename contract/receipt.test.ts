import { expect, test } from 'vitest'
import { formatReceipt, type Receipt, readReceipt, receiptAlphabet, secretLength } from './receipt.ts'

const signs = Array.from(receiptAlphabet)

/** The same receipts on every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const random = seeded(20_261_124)
const pick = (length: number) =>
  Array.from({ length }, () => signs[Math.floor(random() * signs.length)]).join('')
const receipts: Receipt[] = [
  ...Array.from({ length: 150 }, () => ({ publicCode: pick(5), secret: pick(secretLength) })),
  // Every check sign, also that of the smallest and the largest sum.
  ...signs.map((sign) => ({ publicCode: '22222', secret: sign.padEnd(secretLength, '2') })),
  { publicCode: 'YYYYY', secret: 'Y'.repeat(secretLength) },
]
const plain = (receipt: Receipt) => formatReceipt(receipt).replaceAll('-', '')

test('every single wrong sign is caught, whatever the sign and the position', () => {
  const passed: string[] = []
  for (const code of receipts.map(plain)) {
    for (let at = 0; at < code.length; at += 1) {
      for (const sign of signs) {
        const typed = code.slice(0, at) + sign + code.slice(at + 1)
        if (typed !== code && readReceipt(typed).kind !== 'wrong-check') passed.push(typed)
      }
    }
  }
  expect(passed).toEqual([])
})

test('every swap of two different signs is caught, neighbours or not', () => {
  const passed: string[] = []
  for (const code of receipts.map(plain)) {
    for (let one = 0; one < code.length; one += 1) {
      for (let two = one + 1; two < code.length; two += 1) {
        const swapped = Array.from(code)
        ;[swapped[one], swapped[two]] = [swapped[two]!, swapped[one]!]
        const typed = swapped.join('')
        if (typed !== code && readReceipt(typed).kind !== 'wrong-check') passed.push(typed)
      }
    }
  }
  expect(passed).toEqual([])
})

test.for([
  ['nothing', '', { kind: 'wrong-length' }],
  ['one sign too few', 'A'.repeat(19), { kind: 'wrong-length' }],
  ['one sign too many', 'A'.repeat(21), { kind: 'wrong-length' }],
  ['a look-alike of a sign', 'ABCDE', { kind: 'wrong-sign', at: 1 }],
  ['a wrong sign after separators, counted without them', '234 6-7.9O', { kind: 'wrong-sign', at: 6 }],
  ['a sign outside the basic plane', 'AA😀', { kind: 'wrong-sign', at: 2 }],
  ['a Vietnamese letter', 'AĐ', { kind: 'wrong-sign', at: 1 }],
  ['a NUL', 'AA\0', { kind: 'wrong-sign', at: 2 }],
] as const)('%s is refused before the network', ([, typed, reading]) => {
  expect(readReceipt(typed)).toEqual(reading)
})

test('a receipt reads back as it was written', () => {
  for (const receipt of receipts) {
    expect(readReceipt(formatReceipt(receipt))).toEqual({ kind: 'ok', receipt })
  }
})

test.for([
  ['small letters', (code: string) => code.toLowerCase()],
  ['spaces instead of hyphens', (code: string) => code.replaceAll('-', ' ')],
  ['no separators', (code: string) => code.replaceAll('-', '')],
  ['dots, line ends and spaces around', (code: string) => `\n ${code.replaceAll('-', '.')}\t`],
] as const)('typing it with %s does no harm', ([, retype]) => {
  const receipt = receipts[0]!
  expect(readReceipt(retype(formatReceipt(receipt)))).toEqual({ kind: 'ok', receipt })
})

test('a receipt has four groups of five signs, none of which looks like another', () => {
  expect(formatReceipt(receipts[0]!)).toMatch(
    /^(?:[234679ACDEFHJKMNPQRTWXY]{5}-){3}[234679ACDEFHJKMNPQRTWXY]{5}$/,
  )
  expect(new Set(signs).size).toBe(23)
  expect(signs.filter((sign) => '0O1IL5S8BZUVG'.includes(sign))).toEqual([])
})

test('the secret half has more than 60 bits', () => {
  expect(Math.log2(receiptAlphabet.length ** secretLength)).toBeGreaterThan(60)
})

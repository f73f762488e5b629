/** 23 signs without look-alikes (no 0 O 1 I L 5 S 8 B Z U V G). 23 is prime: see `checkSign`. */
export const receiptAlphabet = '234679ACDEFHJKMNPQRTWXY'

const publicLength = 5
/** 14 signs of 23 are 63 random bits. */
export const secretLength = 14
const length = publicLength + secretLength + 1

/** A tip's two-part code: the public half finds it, the secret half opens it. */
export interface Receipt {
  publicCode: string
  secret: string
}

export type ReceiptReading =
  | { kind: 'ok'; receipt: Receipt }
  | { kind: 'wrong-sign'; at: number }
  | { kind: 'wrong-length' }
  | { kind: 'wrong-check' }

/**
 * Σ position × value ≡ 0 (mod 23). Positions 1…20 are distinct and invertible modulo a prime,
 * so any one wrong sign and any two swapped signs break the sum.
 */
function weightedSum(signs: string): number {
  return (
    Array.from(signs).reduce((sum, sign, index) => sum + (index + 1) * receiptAlphabet.indexOf(sign), 0) % 23
  )
}

function checkSign(body: string): string {
  // 20 ≡ -3 (mod 23) and -3 × 15 ≡ 1, so 15 is the inverse of the last position's weight.
  const value = ((23 - weightedSum(body)) * 15) % 23
  return receiptAlphabet.charAt(value)
}

/** The public half as somebody says or types it; undefined when it can be none. */
export function readPublicCode(typed: string): string | undefined {
  const signs = signsOf(typed)
  return signs.length === publicLength && wrongSign(signs) < 0 ? signs : undefined
}

const signsOf = (typed: string) => typed.toUpperCase().replace(/[\s.-]/g, '')
const wrongSign = (signs: string) => Array.from(signs).findIndex((sign) => !receiptAlphabet.includes(sign))

/** `ABCDE-FGHJK-MNPQR-TWXYA`: four groups of five, short enough to say on the phone. */
export function formatReceipt({ publicCode, secret }: Receipt): string {
  const body = publicCode + secret
  return (body + checkSign(body)).replace(/.{5}(?=.)/g, '$&-')
}

/** Reads what a person typed, before any network call; `at` counts signs from 0 without separators. */
export function readReceipt(typed: string): ReceiptReading {
  const signs = signsOf(typed)
  const wrong = wrongSign(signs)
  if (wrong >= 0) return { kind: 'wrong-sign', at: wrong }
  if (signs.length !== length) return { kind: 'wrong-length' }
  if (weightedSum(signs) !== 0) return { kind: 'wrong-check' }
  return {
    kind: 'ok',
    receipt: { publicCode: signs.slice(0, publicLength), secret: signs.slice(publicLength, -1) },
  }
}

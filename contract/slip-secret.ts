import * as v from 'valibot'

/** Crockford's 32 signs: without I, L, O and U a secret can be typed from paper. */
export const secretAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 26 random signs carry 130 bits. */
export const randomLength = 26
const length = randomLength + 1

/** Opens one application without its code: printed on a slip, shown to a relative or kept on a phone. */
export const SlipSecret = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{27}$/), v.check(isSound))

/**
 * The random signs and one that shows a slip of the finger before anything is asked: any wrong sign and any two that
 * changed places. A sum over GF(32) in which each place has another weight.
 */
export const withCheckSign = (signs: string): string => signs + secretAlphabet.charAt(sumOf(signs))

function sumOf(signs: string): number {
  return Array.from(signs).reduce((sum, sign) => doubled(sum ^ secretAlphabet.indexOf(sign)), 0)
}

/** Modulo x⁵ + x² + 1. */
const doubled = (value: number) => (value << 1) ^ (value & 16 ? 37 : 0)

function isSound(secret: string): boolean {
  return withCheckSign(secret.slice(0, -1)) === secret
}

/** The secret stands in the fragment, which no browser sends: it reaches neither a log nor a referrer. */
export function slipLink(origin: string, secret: string): string {
  return `${origin}/applications/open#${secret}`
}

/** What a camera read or a person typed: the link, its fragment or the bare secret in groups. */
export function readSlipSecret(text: string): string | undefined {
  const signs = signsIn(text)
  return v.is(SlipSecret, signs) ? signs : undefined
}

/** Whether a text has as many signs as a secret: then one of them is wrong where it is none. */
export const isAsLongAsSecret = (text: string): boolean => signsIn(text).length === length

const signsIn = (text: string) =>
  text
    .slice(text.lastIndexOf('#') + 1)
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

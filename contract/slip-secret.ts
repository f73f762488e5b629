import * as v from 'valibot'

/** Crockford's 32 signs: without I, L, O and U a secret can be typed from paper. */
export const secretAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 26 signs carry 130 bits. */
export const secretLength = 26

/** Opens one application without its code: printed on a slip, shown to a relative or kept on a phone. */
export const SlipSecret = v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/))

/** The secret stands in the fragment, which no browser sends: it reaches neither a log nor a referrer. */
export function slipLink(origin: string, secret: string): string {
  return `${origin}/applications/open#${secret}`
}

/** What a camera read or a person typed: the link, its fragment or the bare secret in groups. */
export function readSlipSecret(text: string): string | undefined {
  const signs = text
    .slice(text.lastIndexOf('#') + 1)
    .toUpperCase()
    .replace(/[\s‐-―−-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return v.is(SlipSecret, signs) ? signs : undefined
}

import { expect, test } from 'vitest'
import { isAsLongAsSecret, readSlipSecret, secretAlphabet, slipLink, withCheckSign } from './slip-secret.ts'

const secret = '0123456789ABCDEFGHJKMNPQRS1'

test.for([
  ['the link of the QR', slipLink('https://portal.example.vn', secret)],
  ['a link that opens inside Zalo', `https://zalo.me/s/123/applications/open?zshareId=x#${secret}`],
  ['the bare secret', secret],
  ['small letters in groups', ' 01234-56789 abcde-fghjk—mnpqr s1 '],
  ['look-alikes', 'OI23456789ABCDEFGHJKMNPQRSI'],
  ['another look-alike', 'oL23456789ABCDEFGHJKMNPQRSl'],
] as const)('%s is understood', ([, text]) => {
  expect(readSlipSecret(text)).toBe(secret)
})

test.for([
  ['nothing', ''],
  ['another link', 'https://example.com/?q=0123456789ABCDEFGHJKMNPQRS1'],
  ['a link with another fragment', 'https://portal.example.vn/forms#ct01'],
  ['one sign too few', secret.slice(1)],
  ['one sign too many', `${secret}A`],
  ['a sign that no secret has', `${secret.slice(1)}U`],
  ['the code of an application', 'G01.899.108-261123-0042'],
] as const)('%s is no secret', ([, text]) => {
  expect(readSlipSecret(text)).toBeUndefined()
})

const changed = (at: number, sign: string) => secret.slice(0, at) + sign + secret.slice(at + 1)

test('any wrong sign is noticed, and any two that changed places', () => {
  const places = Array.from(secret, (_, at) => at)
  const slips = [
    ...places.flatMap((at) => Array.from(secretAlphabet, (sign) => changed(at, sign))),
    ...places.flatMap((one) =>
      places.map((other) => {
        const signs = Array.from(secret)
        ;[signs[one], signs[other]] = [signs[other]!, signs[one]!]
        return signs.join('')
      }),
    ),
  ].filter((slip) => slip !== secret)
  expect(slips.length).toBeGreaterThan(1_400)
  expect(slips.filter((slip) => readSlipSecret(slip) !== undefined)).toEqual([])
  expect(slips.every(isAsLongAsSecret)).toBe(true)
})

test('the check sign is one that a secret has, whatever it checks', () => {
  for (const sign of secretAlphabet)
    expect(withCheckSign(sign.repeat(26))).toMatch(/^[0-9A-HJKMNP-TV-Z]{27}$/)
})

test('the secret stands behind the path, in the part that is never sent', () => {
  const url = new URL(slipLink('https://portal.example.vn', secret))
  expect(url.hash).toBe(`#${secret}`)
  expect(url.pathname + url.search).toBe('/applications/open')
})

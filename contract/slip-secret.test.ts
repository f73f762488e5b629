import { expect, test } from 'vitest'
import { readSlipSecret, slipLink } from './slip-secret.ts'

const secret = '0123456789ABCDEFGHJKMNPQRS'

test.for([
  ['the link of the QR', slipLink('https://portal.example.vn', secret)],
  ['a link that opens inside Zalo', `https://zalo.me/s/123/applications/open?zshareId=x#${secret}`],
  ['the bare secret', secret],
  ['small letters in groups', ' 01234-56789 abcde-fghjk—mnpqr s '],
  ['look-alikes', 'OI23456789ABCDEFGHJKMNPQRS'],
  ['another look-alike', 'oL23456789ABCDEFGHJKMNPQRS'],
] as const)('%s is understood', ([, text]) => {
  expect(readSlipSecret(text)).toBe(secret)
})

test.for([
  ['nothing', ''],
  ['another link', 'https://example.com/?q=0123456789ABCDEFGHJKMNPQRS'],
  ['a link with another fragment', 'https://portal.example.vn/forms#ct01'],
  ['one sign too few', secret.slice(1)],
  ['one sign too many', `${secret}A`],
  ['a sign that no secret has', `${secret.slice(1)}U`],
  ['the code of an application', 'G01.899.108-261123-0042'],
] as const)('%s is no secret', ([, text]) => {
  expect(readSlipSecret(text)).toBeUndefined()
})

test('the secret stands behind the path, in the part that is never sent', () => {
  const url = new URL(slipLink('https://portal.example.vn', secret))
  expect(url.hash).toBe(`#${secret}`)
  expect(url.pathname + url.search).toBe('/applications/open')
})

import { expect, test } from 'vitest'
import { formatPhone } from './phone-number.ts'

test.for([
  ['113', '113'],
  ['18001096', '1800 1096'],
  ['19000368', '1900 0368'],
  ['0769040404', '0769 040 404'],
  ['02743564313', '02743564313'],
] as const)('%s is written %s', ([phone, written]) => {
  expect(formatPhone(phone)).toBe(written)
})

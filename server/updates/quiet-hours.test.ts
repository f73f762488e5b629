import { expect, test } from 'vitest'
import { isQuiet, nextMorning } from './quiet-hours.ts'

test.for([
  ['21:59', false],
  ['22:00', true],
  ['00:00', true],
  ['06:59', true],
  ['07:00', false],
] as const)('at %s in Viet Nam it is quiet: %s', ([time, quiet]) => {
  expect(isQuiet(new Date(`2026-11-25T${time}:00+07:00`))).toBe(quiet)
})

test.for([
  ['2026-11-25T23:30:00+07:00', '2026-11-26T00:00:00.000Z'],
  ['2026-11-26T00:30:00+07:00', '2026-11-26T00:00:00.000Z'],
  ['2026-11-25T10:00:00+07:00', '2026-11-26T00:00:00.000Z'],
  ['2026-12-31T22:00:00+07:00', '2027-01-01T00:00:00.000Z'],
] as const)('the morning after %s is %s', ([now, morning]) => {
  expect(nextMorning(new Date(now)).toISOString()).toBe(morning)
})

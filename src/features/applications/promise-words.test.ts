import { expect, test } from 'vitest'
import { countWords, daysUntil } from './promise-words.ts'

const today = '2026-11-23'
const open = { status: 'in_progress', overdue: false } as const

test.for([
  [{ ...open, promisedOn: '2026-11-26' }, 'còn 3 ngày'],
  [{ ...open, promisedOn: '2026-11-23' }, 'hôm nay'],
  [{ ...open, overdue: true, promisedOn: '2026-11-21' }, 'quá hẹn 2 ngày'],
  [{ ...open, promisedOn: null }, ''],
  [{ ...open, status: 'ready', promisedOn: '2026-11-21' }, ''],
] as const)('%o → %s', ([application, words]) => {
  expect(countWords(application, today)).toBe(words)
})

test('a phone with a wrong clock does not decide what is late', () => {
  expect(countWords({ ...open, promisedOn: '2026-11-21' }, today)).toBe('')
  expect(countWords({ ...open, overdue: true, promisedOn: '2026-11-26' }, today)).toBe('đã quá hẹn')
})

test('days are counted across months', () => {
  expect(daysUntil('2026-12-02', '2026-11-30')).toBe(2)
})

import { expect, test } from 'vitest'
import { ApplicationStatus, enteredFrom, isOverdue } from './application-status.ts'

test.for([
  ['the promised day itself', 'in_progress', '2026-11-24', false],
  ['the day after', 'in_progress', '2026-11-23', true],
  ['a file that was printed but is not here yet', 'printed', '2026-11-23', true],
  ['a result that lies ready', 'ready', '2026-11-23', false],
  ['a result in the post', 'mailed', '2026-11-23', false],
  ['a file that has ended', 'delivered', '2026-11-23', false],
  ['a refusal', 'rejected', '2026-11-23', false],
  ['no promise', 'received', null, false],
] as const)('overdue: %s', ([, status, promisedOn, overdue]) => {
  expect(isOverdue(status, promisedOn, '2026-11-24')).toBe(overdue)
})

test('every state can be reached from the opening one', () => {
  const reached = new Set<string>(['received'])
  for (const _ of ApplicationStatus.options) {
    for (const status of ApplicationStatus.options) {
      if (enteredFrom[status].some((before) => reached.has(before))) reached.add(status)
    }
  }
  expect(reached).toEqual(new Set(ApplicationStatus.options))
})

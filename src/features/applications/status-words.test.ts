import { expect, test } from 'vitest'
import { ApplicationStatus, isOverdue } from '#contract/application-status.ts'
import { statusWords } from './status-words.ts'

test.for(ApplicationStatus.options)('%s has words that a person can act on', (status) => {
  const { label, meaning, next } = statusWords[status]
  expect(label).not.toMatch(/\.$/)
  for (const sentence of `${meaning} ${next}`.split('. ')) {
    expect(sentence.split(' ').length).toBeLessThanOrEqual(20)
  }
})

test.for(ApplicationStatus.options)(
  'days are counted for %s exactly while it can still be late',
  (status) => {
    expect(statusWords[status].waiting).toBe(isOverdue(status, '2026-01-01', '2026-01-02'))
  },
)

import { expect, test } from 'vitest'
import { errorStatus, FieldIssue, type ErrorCode, type Failure } from '#contract/error.ts'
import { failureWords, fieldIssueText } from './failure-words.ts'

const codes: Failure['code'][] = [...(Object.keys(errorStatus) as ErrorCode[]), 'offline']

test.for(codes)('%s is said in short sentences that end', (code) => {
  const { title, text } = failureWords({ code })
  expect(title).not.toBe('')
  for (const sentence of text.split(/(?<=[.?!])\s/)) {
    expect(sentence).toMatch(/[.?!]$/)
    expect(sentence.split(/\s/).length).toBeLessThanOrEqual(20)
  }
})

test.for([
  [undefined, 'ít phút'],
  [30, '30 giây'],
  [61, '2 phút'],
  [3600, '1 giờ'],
] as const)('a limit of %s seconds says %s', ([retryAfter, words]) => {
  const failure: Failure =
    retryAfter === undefined ? { code: 'rate-limited' } : { code: 'rate-limited', retryAfter }
  expect(failureWords(failure).text).toContain(`sau ${words}.`)
})

test('our own fault gives a number to quote', () => {
  expect(failureWords({ code: 'unexpected', requestId: 'req-7' }).text).toContain('Mã sự cố: req-7.')
})

test.for(FieldIssue.options)('the issue %s has words', (issue) => {
  expect(fieldIssueText(issue)).toMatch(/\.$/)
})

test('limits are told as numbers', () => {
  expect(fieldIssueText('too-short', { min: 20 })).toContain('20 ký tự')
  expect(fieldIssueText('too-long', { max: 3000 })).toContain('3000 ký tự')
})

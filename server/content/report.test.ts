import { expect, test } from 'vitest'
import type { Problem } from './problems.ts'
import { reportOn } from './report.ts'

const day = '2027-03-01'
const problem: Problem = { file: 'forms.yaml', line: 3, field: '[0].source', message: 'must not be empty' }
const due: Problem = { file: 'guides/a.yaml', line: 9, field: 'recheckBy', message: 'has passed: 2027-02-21' }

test('sound content passes', () => {
  expect(reportOn({ problems: [], stale: [] }, day, true)).toEqual({
    text: 'The content is sound and nothing is due on 2027-03-01.',
    failed: false,
  })
})

test('a record that is due is listed, and fails only when asked to', () => {
  const { text, failed } = reportOn({ problems: [], stale: [due] }, day, false)
  expect(text.split('\n')).toEqual([
    '1 record(s) under review on 2027-03-01, citizens see the banner:',
    '  guides/a.yaml:9: recheckBy has passed: 2027-02-21',
    '      read the source again, correct the text, then write both days anew',
  ])
  expect(failed).toBe(false)
  expect(reportOn({ problems: [], stale: [due] }, day, true).failed).toBe(true)
})

test('a problem always fails, with its line and how to mend it', () => {
  const { text, failed } = reportOn({ problems: [problem], stale: [] }, day, false)
  expect(text).toMatch(/forms\.yaml:3: \[0\]\.source must not be empty\n {6}name the law/u)
  expect(failed).toBe(true)
})

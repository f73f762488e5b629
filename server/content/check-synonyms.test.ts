import { expect, test } from 'vitest'
import { problemsAfter } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'

const file = 'synonyms.yaml'
const adding = (lines: string) =>
  problemsAfter([{ file, replace: /^same:$/m, by: `same:\n${lines}` }], loadContent)

test.for([
  ['in one list', '  - [tàu hỏa, xe lửa, tàu hoả]', 'repeats "tàu hỏa"'],
  ['in two lists', '  - [xe lửa, tàu hỏa]\n  - [đoàn tàu, Xe Lửa]', 'repeats "xe lửa"'],
  ['also a filler', '  - [xe lửa, cho hỏi]', 'repeats "cho hỏi"'],
] as const)('the same words twice, %s', async ([, lines, message]) => {
  const problems = await adding(lines)
  expect(problems).toMatchObject([{ file, message: expect.stringContaining(message) as string }])
})

test('words that differ by their marks are different words', async () => {
  expect(await adding('  - [bề bộn, bế bồng]')).toEqual([])
})

test('a list of one says nothing, and a wrong name is found', async () => {
  expect(await adding('  - [xe lửa]')).toMatchObject([{ file, field: 'same[0]' }])
  const named = await problemsAfter([{ file, replace: /^examples:/m, by: 'example:' }], loadContent)
  expect(named.map(({ field }) => field)).toContain('examples')
})

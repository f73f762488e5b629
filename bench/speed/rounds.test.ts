import { expect, test } from 'vitest'
import { isKept, table } from './report.ts'
import { compare, median } from './rounds.ts'

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([5, 1, 3])).toBe(3)
  expect(median([4, 1, 3, 2])).toBe(2.5)
})

test('each ratio is taken within its round, so a machine that slows down between rounds changes none', async () => {
  const seen = { ours: 0, baseline: 0 }
  const slowing = (who: 'ours' | 'baseline', factor: number) => async () => {
    seen[who] += 1
    return { perSecond: factor / 2 ** seen[who] }
  }
  const { ratio } = await compare(slowing('ours', 32), slowing('baseline', 64), 1)
  expect(ratio).toBe(0.5)
  expect(seen.ours).toBe(seen.baseline)
})

test('a goal has a direction', () => {
  const row = { what: 'it', ours: '1', baseline: '1', ratio: 0.9 }
  expect(isKept({ ...row, goal: { kind: 'at least', ratio: 0.8 } })).toBe(true)
  expect(isKept({ ...row, goal: { kind: 'at least', ratio: 0.95 } })).toBe(false)
  expect(isKept({ ...row, goal: { kind: 'at most', ratio: 0.8 } })).toBe(false)
  expect(isKept(row)).toBe(true)
  expect(isKept({ ...row, kept: false })).toBe(false)
  expect(table([{ ...row, goal: { kind: 'at most', ratio: 0.8 } }])).toContain(
    '| 0.90 | – | ≤ 0.8 | **missed** |',
  )
})

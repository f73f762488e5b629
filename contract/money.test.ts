import { expect, test } from 'vitest'
import { formatMoney } from './money.ts'

test.for([
  [0, '0 đồng'],
  [999, '999 đồng'],
  [15_000, '15.000 đồng'],
  [1_234_567, '1.234.567 đồng'],
] as const)('%i is written %s', ([amount, written]) => {
  expect(formatMoney(amount)).toBe(written)
})

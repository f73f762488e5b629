import { expect, test } from 'vitest'
import { compareSamples } from './two-samples.ts'

// Student's sleep data, as R has them: t.test(extra ~ group) and wilcox.test(extra ~ group, exact = FALSE).
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

test('agrees with R', () => {
  const { medians, welch, mannWhitney, slower } = compareSamples(first, second)
  expect(medians[0]).toBeCloseTo(0.35, 10)
  expect(medians[1]).toBeCloseTo(1.75, 10)
  expect(welch.t).toBeCloseTo(-1.8608, 4)
  expect(welch.df).toBeCloseTo(17.776, 3)
  expect(mannWhitney).toEqual({ u: 25.5, p: expect.closeTo(0.06933, 5) })
  expect(slower).toBeCloseTo(0.255, 10)
})

const even = (length: number, shift: number) =>
  Array.from({ length }, (_, at) => ((at * 7919) % length) + shift)

test('nothing tells two equal samples apart', () => {
  const { mannWhitney, welch, slower } = compareSamples(even(2_000, 0), even(2_000, 0))
  expect([slower, welch.t]).toEqual([0.5, 0])
  expect(mannWhitney.p).toBeCloseTo(1, 6)
})

test('a shift of a twentieth of the spread is seen in 2,000 of each', () => {
  const { mannWhitney, welch, slower } = compareSamples(even(2_000, 100), even(2_000, 0))
  expect(slower).toBeGreaterThan(0.54)
  expect(mannWhitney.p).toBeLessThan(0.001)
  expect(welch.p).toBeLessThan(0.001)
})

import { expect, test } from 'vitest'
import { createPartSize } from './part-size.ts'

const kB = 1024

test('parts grow while the network keeps up, to a limit', () => {
  const size = createPartSize()
  const seen = Array.from({ length: 5 }, () => {
    const now = size.get()
    size.took(200)
    return now / kB
  })
  expect(seen).toEqual([64, 128, 256, 512, 512])
})

test('slow or failed parts shrink the next ones, and never to nothing', () => {
  const size = createPartSize()
  size.took(3_000)
  expect(size.get()).toBe(64 * kB)
  size.took(10_000)
  expect(size.get()).toBe(32 * kB)
  size.failed()
  size.failed()
  expect(size.get()).toBe(16 * kB)
})

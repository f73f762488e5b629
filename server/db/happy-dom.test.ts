// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openTestDatabase } from '#server/testing/database.ts'

test('screens may be tested against a real database', async () => {
  expect(typeof window).toBe('object')
  const database = await openTestDatabase()
  expect(
    await database.query('select $1::bytea as bytes, now() > $2 as later', [Buffer.from('ab'), new Date(0)]),
  ).toEqual([{ bytes: Buffer.from('ab'), later: true }])
  await database.close()
})

import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EmbeddedSession } from './embedded-session.ts'

let pglite: PGlite
let session: EmbeddedSession
beforeAll(async () => {
  pglite = await PGlite.create()
  session = new EmbeddedSession(pglite, 10)
})
afterAll(() => pglite.close())

function prepared(): number {
  const [row] = session.run('select count(*) as n from pg_prepared_statements').rows as { n: number }[]
  return row?.n ?? 0
}

test('keeps a bounded number of statements prepared', () => {
  for (let round = 0; round < 2; round += 1) {
    for (let n = 0; n < 50; n += 1) {
      expect(session.run(`select $1::int + ${n} as n`, [1]).rows).toEqual([{ n: 1 + n }])
      expect(() => session.run(`select 1 / ($1::int * ${n})`, [0])).toThrow('division by zero')
      expect(() => session.run(`selekt ${n}`)).toThrow('syntax error')
    }
  }
  expect(prepared()).toBeLessThanOrEqual(10)
})

test('prepares each text once', () => {
  session.run('select 1 as once')
  const before = prepared()
  for (let n = 0; n < 20; n += 1) session.run('select 1 as once')
  expect(prepared()).toBe(before)
})

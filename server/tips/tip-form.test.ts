import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadContent } from '../content/load-content.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { keptMonths } from './retention.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    locate: async (_, token) =>
      token === 'good'
        ? { ok: true, point: { lat: 11.149, lon: 106.598 } }
        : { ok: false, reason: token === 'down' ? 'unavailable' : 'refused' },
  })
})
afterAll(() => server.close())

const locate = (token: string) => server.client.tips.locate({ body: { accessToken: 'a', token } })

test('a location token that Zalo refuses, or cannot look up now, is no place', async () => {
  expect(await locate('old')).toMatchObject({ ok: false, error: { code: 'unauthorised' } })
  expect(await locate('down')).toMatchObject({ ok: false, error: { code: 'unavailable' } })
})

test('a location token becomes a coarse place', async () => {
  expect(await locate('good')).toEqual({ ok: true, data: { lat: 11.149, lon: 106.598 } })
})

test('the form offers the wards by their new and old names', async () => {
  const answer = await server.client.tips.form()
  expect(answer).toMatchObject({ ok: true, data: { open: true } })
  const areas = answer.ok ? answer.data.areas : []
  expect(areas.map(({ id }) => id)).toContain('long-nguyen')
  expect(areas.find(({ id }) => id === 'thoi-hoa')?.formerly).toEqual([
    { name: 'Phường Thới Hòa', inPart: false },
  ])
})

test('the form says how long a tip is kept at most, as the content has it', async () => {
  const { retention } = await loadContent(join(import.meta.dirname, '../../content'))
  const { received, answered, notEnoughInformation, passedOn } = retention.tips
  const answer = await server.client.tips.form()
  expect(answer.ok && answer.data.keptMonths).toEqual({
    usual: Math.max(Number(received), Number(answered), Number(notEnoughInformation)),
    passedOn,
  })
})

test.for([
  ['the longest of them', { received: 6, answered: 24, notEnoughInformation: 12 }, 24],
  ['none where one is kept for good', { received: 6, answered: null, notEnoughInformation: 12 }, null],
] as const)('of what may become of a tip the form promises %s', ([, periods, usual]) => {
  expect(keptMonths({ ...periods, passedOn: 60, wave: 3 })).toEqual({ usual, passedOn: 60 })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { api } from '#contract/api.ts'
import { status } from '#contract/status.ts'
import { tools } from '#contract/tools.ts'
import { makeKnownThings, startKnownServer } from './known-things.fixture.ts'
import { type Document, type Known, named, seed, sendOddRequests } from './odd-requests.fixture.ts'

/** Things that exist, so that a good part of the requests gets past the first check. */
const known: Record<string, readonly unknown[]> = {
  id: ['ben-cat'],
  slug: ['cap-doi-can-cuoc', 'tin-that'],
  category: ['giao-thong', 'an-ninh', 'ma-tuy'],
  code: ['HS-000001', ' hs-000001 '],
  factor: ['0900000001', '1234', '0000'],
  phone: ['0901234567', '+84 901 234 567'],
  cursor: ['2026-11-21T01:00:00Z', '2026-02-31T00:00:00Z', '2026-11-21T01:00:00+23:00'].map((time) =>
    Buffer.from(JSON.stringify([time, 7])).toString('base64url'),
  ),
  on: ['2026-12-31', '0001-01-01', '9999-12-31'],
  accessToken: ['good', 'refused', 'down'],
  phoneToken: ['good', 'refused', 'down'],
  token: ['good', 'refused', 'down'],
  except: [null],
  offset: ['0', '0', '300'],
  text: ['Có nhóm thanh niên tụ tập đua xe ở ngã tư mỗi tối thứ Bảy.'],
  clientKey: ['3f1c1f3e-0000-4000-8000-000000000001', '3f1c1f3e-0000-4000-8000-000000000002'],
}

let server: Awaited<ReturnType<typeof startKnownServer>>
let bearer: string
let document: Document
beforeAll(async () => {
  server = await startKnownServer()
  const { receipt, token, uploads, ...things } = await makeKnownThings(server)
  Object.assign(known, things)
  known['code'] = [...known['code']!, receipt]
  known['token'] = [...known['token']!, ...uploads]
  bearer = `Bearer ${token}`
  document = (await server.app.inject('/api/openapi.json')).json<Document>()
})
afterAll(() => server.close())

const things: Known = {
  values: known,
  headers: ({ session }) => (session === 'required' ? { authorization: bearer } : {}),
}

test.for(named({ ...api, ...tools, status }))(
  `%s answers nothing but what it declares (seed ${seed})`,
  { timeout: 60_000 },
  async ([, endpoint]) => {
    // Where there is nothing to get wrong but the address, a few requests tell as much.
    const runs = endpoint.params || endpoint.query || endpoint.body ? 300 : 50
    const seen = await sendOddRequests(server.app, document, endpoint, { known: things, runs })
    // The requests are near enough to good ones to get through, and far enough to be refused.
    expect(seen.get(200) ?? 0).toBeGreaterThan(2)
    expect(seen.get(422) ?? 0).toBeGreaterThan((endpoint.body ?? endpoint.bytes) ? runs / 20 : -1)
  },
)

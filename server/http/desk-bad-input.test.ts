import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desk } from '#contract/desk.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { Role } from '#contract/roles.ts'
import { openOfficerSession } from '../desk/officer-sessions.repo.ts'
import { signIn } from '../testing/officers.ts'
import { makeKnownDesk, startKnownServer } from './known-things.fixture.ts'
import { type Document, type Known, named, seed, sendOddRequests } from './odd-requests.fixture.ts'

let server: Awaited<ReturnType<typeof startKnownServer>>
let things: Known
let document: Document
let cookie: string
let officerId: number
beforeAll(async () => {
  server = await startKnownServer()
  const officer = await signIn(server, Role.options, '*')
  ;({ cookie, officerId } = officer)
  const { files, values } = await makeKnownDesk(server, officer)
  things = {
    files,
    values: {
      station: ['ben-cat'],
      guideSlug: ['cap-doi-can-cuoc'],
      status: ['in_progress', 'received'],
      clientKey: Array.from({ length: 40 }, () => randomUUID()),
      reason: ['Cần gọi lại để hỏi biển số xe.'],
      text: ['Bạn nhớ biển số xe không?'],
      passphrase: ['sai'],
      factor: ['1234'],
      ...values,
    },
    headers: () => ({ cookie, origin: 'http://localhost', host: 'localhost', 'desk-request': '1' }),
  }
  document = (await server.app.inject('/api/openapi.json')).json<Document>()
})
afterAll(() => server.close())

/** The same officer: some of the requests to see a sender are theirs. */
async function openAgain(): Promise<void> {
  const { token } = await server.db.tx((tx) => openOfficerSession(tx, officerId, new Date()))
  cookie = `desk=${token}`
}

const ends = ({ path }: Endpoint) => path === '/desk/session/end'
/** Signing in costs a stretched hash each time; without input there is little to get wrong. */
const runsOf = (endpoint: Endpoint) => {
  if (endpoint.path === '/desk/session') return 20
  return endpoint.params || endpoint.query || endpoint.body || endpoint.bytes ? 150 : 20
}
/** What no odd request can get: a session by guessing, and a file that nobody sent. */
const neverGood = (endpoint: Endpoint) => endpoint.answersBytes || endpoint.desk?.roles === 'anyone'

test.for(named(desk))(
  `an officer with every role gets nothing of %s but what it declares (seed ${seed})`,
  { timeout: 60_000 },
  async ([, endpoint]) => {
    const seen = await sendOddRequests(server.app, document, endpoint, {
      known: things,
      runs: runsOf(endpoint),
    })
    if (ends(endpoint)) await openAgain()
    if (!neverGood(endpoint)) expect(seen.get(200) ?? 0).toBeGreaterThan(0)
    expect(seen.get(422) ?? 0).toBeGreaterThan(endpoint.body ? runsOf(endpoint) / 20 : -1)
  },
)

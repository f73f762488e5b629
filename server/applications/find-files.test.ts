import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApplicationStatus, isOverdue } from '#contract/application-status.ts'
import type { DeskApplication } from '#contract/desk-application-views.ts'
import { setGrants } from '../desk/officers.repo.ts'
import { addApplication, step } from '../testing/builders.ts'
import { signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import type { Wanted } from './find-files.ts'

const clock = '2026-11-27T03:00:00.000Z'
const today = '2026-11-27'
const stations = ['ben-cat', 'my-phuoc', '']
const days = ['2026-11-26', '2026-11-27', null]

type Server = Awaited<ReturnType<typeof startTestServer>>
let servers: Record<'shown' | 'hidden', Server>
const kept: (Pick<DeskApplication, 'id' | 'code' | 'station' | 'status' | 'promisedOn' | 'demo'> & {
  overdue: boolean
})[] = []

/** One file of each kind: states, stations, days before and after, invented and not, one after the other. */
beforeAll(async () => {
  const hidden = await startTestServer({ clock: () => new Date(clock), demo: false })
  servers = { hidden, shown: await startTestServer({ clock: () => new Date(clock), db: hidden.db }) }
  for (const [index, status] of [...ApplicationStatus.options, ...ApplicationStatus.options].entries()) {
    for (const station of stations) {
      const promisedOn = days[(index + kept.length) % 3]!
      const file = {
        ...{ code: `HS-${String(kept.length).padStart(6, '0')}`, station, demo: index % 5 === 0 },
        steps: [step({ promisedOn }), ...(status === 'received' ? [] : [step({ status })])],
      }
      const id = await addApplication(hidden.db, hidden.keys, file)
      kept.push({ ...file, id, status, promisedOn, overdue: isOverdue(status, promisedOn, today) })
    }
  }
})
afterAll(async () => {
  await servers.shown.close()
  await servers.hidden.close()
})

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const wishes = fc.record({
  code: optional(fc.constantFrom('HS-000003', 'HS-000010', 'HS-999999')),
  statuses: optional(
    fc.uniqueArray(fc.constantFrom(...ApplicationStatus.options), { minLength: 1, maxLength: 9 }),
  ),
  overdue: optional(fc.boolean()),
  station: optional(fc.constantFrom('ben-cat', 'my-phuoc', 'thoi-hoa')),
  after: optional(fc.integer({ min: 1, max: 60 })),
})
const within = fc.constantFrom<string[]>(['*'], ['ben-cat'], ['my-phuoc', 'ben-cat'], ['thoi-hoa'])

const fits = (file: (typeof kept)[number], wanted: Wanted) =>
  (wanted.code === undefined || wanted.code === file.code) &&
  (wanted.statuses === undefined || wanted.statuses.includes(file.status)) &&
  (wanted.overdue === undefined || wanted.overdue === file.overdue) &&
  (wanted.station === undefined || wanted.station === file.station) &&
  (wanted.after === undefined || file.id < wanted.after)

test('every combination of wishes lists just the files that a look at each would pick', async () => {
  await fc.assert(
    fc.asyncProperty(wishes, within, fc.constantFrom('shown', 'hidden'), async (wanted, mine, demo) => {
      const server = servers[demo]
      const { client, officerId } = await signIn(server, ['records'], mine[0], new Date(clock))
      const grants = mine.map((station) => ({ station, role: 'records' as const }))
      await server.db.tx((tx) => setGrants(tx, officerId, grants))
      const answer = await client.deskApplications.find({ body: wanted })
      const right = kept.filter(
        (file) =>
          fits(file, wanted) &&
          (mine.includes('*') || mine.includes(file.station)) &&
          (demo === 'shown' || !file.demo),
      )
      const newest = right.map(({ id }) => id).reverse()
      expect(answer.ok && answer.data.applications.map(({ id }) => id)).toEqual(newest.slice(0, 50))
    }),
    { numRuns: 200 },
  )
})

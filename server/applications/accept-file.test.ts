import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { addApplication } from '../testing/builders.ts'
import { auditOf, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const now = new Date('2026-11-27T03:00:00.000Z')
let server: Awaited<ReturnType<typeof startTestServer>>
let records: Awaited<ReturnType<typeof signIn>>
beforeAll(async () => {
  server = await startTestServer({ clock: () => now, demo: false })
})
beforeEach(async () => void (records = await signIn(server, ['records'], 'ben-cat', now)))
afterEach(() => server.empty())
afterAll(() => server.close())

const accept = (more: object = {}) =>
  records.client.deskApplications.accept({
    body: { code: 'HS-000777', factor: '1234', guideSlug: 'cap-doi-can-cuoc', station: 'ben-cat', ...more },
  })

test('a file taken in at the counter is promised by its guide and the calendar, and its owner finds it', async () => {
  const accepted = await accept()
  expect(accepted).toMatchObject({
    ok: true,
    data: {
      application: {
        code: 'HS-000777',
        procedure: expect.stringContaining('căn cước'),
        status: 'received',
        promisedOn: '2026-12-08',
      },
    },
  })
  const found = await server.client.applications.lookup({ body: { code: 'HS-000777', factor: '1234' } })
  expect(found).toMatchObject({ ok: true, data: { promisedOn: '2026-12-08' } })
  const secret = accepted.ok ? accepted.data.slip : ''
  expect(await server.client.slip.open({ body: { secret } })).toMatchObject({ data: { status: 'received' } })
  expect(await accept()).toMatchObject({ error: { code: 'conflict' } })
})

test.for([
  ['an unknown guide', { guideSlug: 'khong-co' }, { guideSlug: 'not-allowed' }],
  ['an unknown station', { station: 'khong-co' }, { station: 'not-allowed' }],
] as const)('a file with %s is not taken in', async ([, more, fields]) => {
  expect(await accept(more)).toMatchObject({ error: { code: 'invalid', fields } })
})

test('a file that came by a list gets its slip when somebody prints it; an older slip opens nothing then', async () => {
  await addApplication(server.db, server.keys)
  const print = async () => {
    const printed = await records.client.deskApplications.slip({ body: { id: 1 } })
    return printed.ok ? printed.data.slip : printed.error.code
  }
  const [first, second] = [await print(), await print()]
  const open = (secret: string) => server.client.slip.open({ body: { secret } })
  expect(await open(first)).toMatchObject({ error: { code: 'not-found' } })
  expect(await open(second)).toMatchObject({ data: { status: 'received' } })
  expect((await auditOf(server.db)).at(-1)).toMatchObject({
    action: 'application.slip',
    records: ['application/1'],
    station: 'ben-cat',
  })
})

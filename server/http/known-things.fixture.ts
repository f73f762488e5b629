import { randomUUID } from 'node:crypto'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { largestFile } from '#contract/tip-files.ts'
import { Role } from '#contract/roles.ts'
import { tools } from '#contract/tools.ts'
import { issueSlip } from '../applications/slip-secrets.ts'
import { addApplication, addArticle, step, tipDraft } from '../testing/builders.ts'
import { signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

const refusal = (token: string) =>
  ({ ok: false, reason: token === 'down' ? 'unavailable' : 'refused' }) as const

/** Zalo's side: it knows one good token. */
export function startKnownServer(): Promise<Server> {
  return startTestServer({
    graph: {
      whoIs: async (token) => (token === 'good' ? { ok: true, zaloUserId: '7001' } : refusal(token)),
      phoneOf: async ({ phoneToken }) =>
        phoneToken === 'good' ? { ok: true, number: '84900000001' } : refusal(phoneToken),
    },
    locate: async (_, token) =>
      token === 'good' ? { ok: true, point: { lat: 11.149, lon: 106.598 } } : refusal(token),
    zalo: {
      appId: 'app',
      apiKey: undefined,
      oa: {
        id: '1',
        secret: 'secret',
        receivers: {
          find: async (token) =>
            token === 'good' ? { ok: true, zaloUserId: '7001', oaUserId: '8001' } : refusal(token),
        },
      },
    },
  })
}

/** Things that exist, by the names of the fields that ask for them: with them requests get past the first check. */
export async function makeKnownThings({ db, keys, client, fetch }: Server) {
  await addArticle(db, { slug: 'tin-that' })
  // Two: wrong factors close the first one's code before the slip is tried.
  await addApplication(db, keys, { phone: '0900000001' })
  const applicationId = await addApplication(db, keys, { code: 'HS-000002' })
  const secret = await db.tx((tx) => issueSlip(tx, keys.lookups, { applicationId, now: new Date() }))
  const opened = await client.slip.open({ body: { secret } })
  await addApplication(db, keys, { code: 'HS-000003', steps: [step({ promisedOn: '2026-11-17' })] })
  const late = await client.applications.lookup({ body: { code: 'HS-000003', factor: '1234' } })
  const tip = await client.tips.send({ body: tipDraft() })
  const uploads = await Promise.all(Array.from({ length: 20 }, () => beginUpload(client)))
  const session = await client.session.create({ body: { accessToken: 'good' } })
  if (!opened.ok || !late.ok || !tip.ok || !session.ok)
    throw new Error('What should be known could not be made')
  const { token } = session.data
  const signedIn = createClient(
    { ...api, ...tools },
    { origin: '', fetch, retryAfter: [], token: () => token },
  )
  await signedIn.verification.phone({ body: { accessToken: 'good', phoneToken: 'good' } })
  return {
    pass: [opened.data.pass, late.data.pass],
    secret: [secret],
    receipt: tip.data.code,
    token,
    uploads,
  }
}

/** The token of a file so long that no part completes it. */
async function beginUpload(client: Server['client']): Promise<string> {
  const body = { clientKey: randomUUID(), fileKey: randomUUID(), size: largestFile.video }
  const started = await client.tipFiles.start({ body })
  return (started.ok && started.data.token) || 'none'
}

const body = { reason: 'Cần gọi lại để xác minh.' }

/** What officers work with: open files of each kind, tips of both queues, requests to see who sent them, and a list. */
export async function makeKnownDesk(
  server: Server,
  me: Awaited<ReturnType<typeof signIn>>,
): Promise<{ values: Record<string, readonly unknown[]>; files: Buffer[] }> {
  const { db, keys, client } = server
  const ids = [1, 2, 3]
  for (const id of ids) await addApplication(db, keys, { code: `HS-00000${id}` })
  await db.query(
    `insert into lookup_limits (subject, failures, counting_until, blocked_until, application_id, kind)
     select 'closed ' || id, 10, now() + interval '1 day', now() + interval '1 day', id, 'code' from applications`,
  )
  const contact = { name: 'Trần Thị Lan', phone: '0901234567' }
  // The first of the unit's queue and the second of the superior's have requests; more of each to be joined or moved.
  for (const aboutOfficer of [false, true, false, true]) {
    await client.tips.send({ body: tipDraft({ contact, aboutOfficer }) })
  }
  const other = await signIn(server, Role.options, '*')
  const request: string[] = []
  for (const [queue, id] of [
    ['deskTips', '1'],
    ['deskComplaints', '2'],
  ] as const) {
    const mine = await requested(me.client[queue], id)
    await other.client[queue].decideIdentity({ params: { id, request: mine }, body: { approved: true } })
    request.push(mine, await requested(other.client[queue], id))
  }
  const list = Buffer.from(
    'Mã hồ sơ;Thủ tục;SĐT;Ngày nhận;Trạng thái\nHS-000777;x;0900000007;1/11/2026;Đã tiếp nhận',
  )
  const query = { station: 'ben-cat' }
  const shown = await me.client.deskImport.preview({ query, body: new Blob([list]) })
  const mark = shown.ok && shown.data.outcome === 'planned' ? [shown.data.mark] : []
  const values = {
    id: ['1', '2', '3', '4', ...ids],
    into: [3, 4],
    request,
    mark,
    seen: [step().at],
    code: ['HS-000001', ...ids.map((id) => `MOI-00000${id}`)],
  }
  return { values, files: [list] }
}

type Queue = Awaited<ReturnType<typeof signIn>>['client']['deskTips' | 'deskComplaints']

async function requested(queue: Queue, id: string): Promise<string> {
  const answer = await queue.requestIdentity({ params: { id }, body })
  if (!answer.ok) throw new Error(`No request for tip ${id}: ${answer.error.code}`)
  return String(answer.data.id)
}

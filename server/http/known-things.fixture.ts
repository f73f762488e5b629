import { randomUUID } from 'node:crypto'
import { api } from '#contract/api.ts'
import { createClient } from '#contract/client.ts'
import { largestFile } from '#contract/tip-files.ts'
import { tools } from '#contract/tools.ts'
import { issueSlip } from '../applications/slip-secrets.ts'
import { addApplication, addArticle, step, tipDraft } from '../testing/builders.ts'
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

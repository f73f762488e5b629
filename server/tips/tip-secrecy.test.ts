import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readReceipt } from '#contract/receipt.ts'
import type { TipDraft } from '#contract/tips.ts'
import { keyedHash } from '../keys/seal.ts'
import { tipDraft } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { secretHash } from './receipts.ts'
import { clientKeyHash, contextOf } from './sealing.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ graph: { whoIs: async () => ({ ok: true, zaloUserId: '700100200' }) } })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const contact = { name: 'Trần Thị Lan', phone: '0901234567' }
const named = () => tipDraft({ place: 'Hẻm 12 đường Hùng Vương', time: 'mười giờ đêm', contact })
async function send(draft: TipDraft) {
  const sent = await server.client.tips.send({ body: draft })
  const reading = readReceipt(sent.ok ? sent.data.code : '')
  if (reading.kind !== 'ok') throw new Error('The receipt cannot be read')
  return reading.receipt
}
interface TipRow {
  secret_hash: Buffer
  draft_hash: Buffer
  sealed_content: Buffer
}
const tipRow = async () => (await server.db.query<TipRow>('select * from tips'))[0]!
const sealedContact = async () =>
  (await server.db.query<{ sealed: Buffer }>('select sealed_contact as sealed from tip_contacts'))[0]!.sealed

test('an anonymous tip leaves no contact row', async () => {
  await send(tipDraft())
  expect(await server.db.query('select * from tip_contacts')).toEqual([])
})

test('an anonymous tip sent with a session and an address of origin is stored without either', async () => {
  const opened = await server.client.session.create({ body: { accessToken: 'a' } })
  await server.db.query('delete from sessions')
  await server.app.inject({
    method: 'POST',
    url: '/api/tips',
    headers: {
      authorization: `Bearer ${opened.ok ? opened.data.token : ''}`,
      'x-forwarded-for': '203.0.113.77',
      'user-agent': 'Zalo/24.10 (iPhone)',
    },
    payload: tipDraft(),
    remoteAddress: '198.51.100.7',
  })
  const dump = (await dumpDatabase(server.db)).toString('latin1')
  for (const trace of ['203.0.113', '198.51.100', '700100200', 'iPhone']) expect(dump).not.toContain(trace)
  const columns = await server.db.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'tips' order by 1`,
  )
  expect(columns.map(({ name }) => name)).toEqual([
    'category',
    'channel',
    'client_key_hash',
    'demo',
    'draft_hash',
    'happening_now',
    'id',
    'public_code',
    'received_at',
    'sealed_content',
    'secret_hash',
    'station',
    'wave',
  ])
  // The mark of invented tips tells nothing about those that were sent.
  expect(await server.db.query('select from tips where demo')).toEqual([])
})

test('nothing of what was written, of the contact, the secret or the client key lies in the database in clear', async () => {
  const draft = named()
  const { secret } = await send(draft)
  const dump = await dumpDatabase(server.db)
  const clear = [draft.text, draft.place!, draft.time!, contact.name, contact.phone, secret, draft.clientKey]
  const words = clear.flatMap((text) => [text, ...text.split(' ').filter((word) => word.length > 5)])
  const encoded = words.flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word.normalize('NFD')),
    Buffer.from(Buffer.from(word).toString('base64').replace(/=+$/, '')),
    Buffer.from(Buffer.from(word).toString('hex')),
  ])
  expect(dump.length).toBeGreaterThan(200)
  expect(encoded.filter((bytes) => dump.includes(bytes)).map(String)).toEqual([])
})

test('the story opens in its vault as what it is, and holds no contact', async () => {
  const draft = named()
  await send(draft)
  const { sealed_content: sealed } = await tipRow()
  const keyHash = clientKeyHash(server.keys, draft.clientKey)
  expect(JSON.parse(await server.vaults.content.openText(sealed, contextOf.tip(keyHash)))).toEqual({
    category: draft.category,
    text: draft.text,
    place: draft.place,
    time: draft.time,
  })
  await expect(server.vaults.identity.open(sealed, contextOf.tip(keyHash))).rejects.toThrow(
    /gone|authenticate/,
  )
  await expect(server.vaults.content.open(sealed, contextOf.contact(keyHash))).rejects.toThrow('authenticate')
})

test('the contact opens with the identity key and no other', async () => {
  const draft = named()
  await send(draft)
  const sealed = await sealedContact()
  const context = contextOf.contact(clientKeyHash(server.keys, draft.clientKey))
  expect(JSON.parse(await server.vaults.identity.openText(sealed, context))).toEqual(contact)
  await expect(server.vaults.content.open(sealed, context)).rejects.toThrow(/gone|authenticate/)
})

test('who holds the portal key cannot try names and numbers against the hash that finds repetitions', async () => {
  const draft = named()
  await send(draft)
  const { draft_hash: hash, sealed_content: sealed } = await tipRow()
  const context = contextOf.tip(clientKeyHash(server.keys, draft.clientKey))
  const content = await server.vaults.content.openText(sealed, context)
  const { identity: _, contactHashes: __, ...portalKeys } = server.keys
  for (const key of Object.values(portalKeys)) {
    for (const guess of [contact, null]) {
      expect(keyedHash(key, 'draft', content, JSON.stringify(guess)).equals(hash)).toBe(false)
    }
  }
})

test('of the secret only a hash is stored, and it is the one the secret leads to', async () => {
  const { secret } = await send(tipDraft())
  const { secret_hash: hash } = await tipRow()
  expect(hash.equals(secretHash(secret))).toBe(true)
})

test('equal stories of equal people look different in the database', async () => {
  const draft = named()
  await send(draft)
  await send({ ...named(), text: draft.text })
  const rows = await server.db.query<TipRow & { sealed_contact: Buffer }>(
    'select * from tips join tip_contacts on tip_id = id',
  )
  for (const column of ['sealed_content', 'sealed_contact', 'secret_hash'] as const) {
    expect(rows[0]![column].equals(rows[1]![column])).toBe(false)
  }
})

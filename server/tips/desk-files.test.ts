import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Role } from '#contract/roles.ts'
import type { TipDraft } from '#contract/tips.ts'
import { tipDraft } from '../testing/builders.ts'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { good, sendFile } from './tip-files.fixture.ts'

const now = new Date('2026-11-20T03:04:05.678Z')
let server: Awaited<ReturnType<typeof startTestServer>>
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  picture = await phonePicture({ width: 300, height: 200 })
})
afterEach(() => server.empty())
afterAll(() => server.close())

const refused = (code: string) => ({ ok: false, error: { code } })
const officer = async (roles: Role[], station = '*') => signIn(server, roles, station, now)
/** A tip with one picture, as an officer's address names both. */
async function sent(changes: Partial<TipDraft> = {}) {
  const draft = tipDraft(changes)
  const { code } = good(await server.client.tips.send({ body: draft }))
  await sendFile(server, { clientKey: draft.clientKey }, picture)
  const [row] = await server.db.query<{ id: number; file: number }>(
    `select t.id, f.id as file from tips t join tip_files f on f.owner_hash = t.client_key_hash
     where t.public_code = $1`,
    [code.slice(0, 5)],
  )
  return { code, params: { id: String(row!.id), file: String(row!.file) } }
}

test('nobody, and no officer of another role, opens a file', async () => {
  const { params } = await sent()
  expect(await deskClient(server.app).deskTips.openFile({ params })).toMatchObject(refused('unauthorised'))
  const { client } = await officer(['editor', 'records', 'admin', 'superior'])
  expect(await client.deskTips.openFile({ params })).toMatchObject(refused('forbidden'))
})

test('of another station, of the other queue and of another tip a file is not there', async () => {
  const { params } = await sent({ station: 'cong-an-thanh-pho-ben-cat' })
  const { client: here } = await officer(['triage', 'supervisor'], 'ben-cat')
  expect(await here.deskTips.openFile({ params })).toMatchObject(refused('not-found'))
  const { client: superior } = await officer(['superior'])
  expect(await superior.deskComplaints.openFile({ params })).toMatchObject(refused('not-found'))
  const other = await sent({ station: 'ben-cat' })
  const mixed = { id: other.params.id, file: params.file }
  expect(await here.deskTips.openFile({ params: mixed })).toMatchObject(refused('not-found'))
  expect(await here.deskTips.openFile({ params: other.params })).toMatchObject({ ok: true })
})

test('the files of a complaint about an officer are for the superior alone', async () => {
  const { params } = await sent({ aboutOfficer: true })
  const { client: unit } = await officer(['triage', 'supervisor'])
  expect(await unit.deskTips.openFile({ params })).toMatchObject(refused('not-found'))
  const { client: superior } = await officer(['superior'])
  expect(await superior.deskComplaints.openFile({ params })).toMatchObject({ ok: true })
})

test('when a tip moves to the superior its files leave the unit with it', async () => {
  const { params } = await sent()
  const { client: unit } = await officer(['triage'])
  expect(await unit.deskTips.openFile({ params })).toMatchObject({ ok: true })
  await unit.deskTips.toSuperior({ params, body: { reason: 'Nêu tên cán bộ của phường.' } })
  expect(await unit.deskTips.openFile({ params })).toMatchObject(refused('not-found'))
  const { client: superior } = await officer(['superior'])
  expect(await superior.deskComplaints.openFile({ params })).toMatchObject({ ok: true })
})

test('a tip that was merged into another keeps its files', async () => {
  const [first, second] = [await sent(), await sent()]
  const { client } = await officer(['triage'])
  await client.deskTips.merge({ params: second.params, body: { into: Number(first.params.id) } })
  expect(await client.deskTips.openFile({ params: second.params })).toMatchObject({ ok: true })
  const opened = good(await client.deskTips.open({ params: { id: first.params.id } }))
  expect(opened.files.map(({ id }) => String(id))).toEqual([first.params.file])
})

test('opening a tip names its files, the list counts them, and both say nothing of those that were refused', async () => {
  const { params, code } = await sent()
  expect(await sendFile(server, { code }, Buffer.from('Đây không phải là ảnh.'))).toMatchObject({
    state: 'refused',
    refusal: 'unknown-type',
  })
  await server.client.tipFiles.start({ body: { code, fileKey: randomUUID(), size: 10 } })
  const { client } = await officer(['triage'])
  const list = good(await client.deskTips.list({ query: {} }))
  expect(list.tips.map(({ fileCount }) => fileCount)).toEqual([1])
  const { files, fileCount } = good(await client.deskTips.open({ params }))
  expect(fileCount).toBe(1)
  expect(files).toMatchObject([
    { id: Number(params.file), kind: 'picture', receivedAt: '2026-11-20T03:04:00.000Z' },
  ])
})

test('what comes is the picture in bytes that no browser takes for anything else, and the look is in the audit', async () => {
  const { params } = await sent({ station: 'ben-cat' })
  const { client, cookie, officerId } = await officer(['triage'], 'ben-cat')
  const blob = good(await client.deskTips.openFile({ params }))
  const bytes = Buffer.from(await blob.arrayBuffer())
  const { exif, xmp, iptc, icc, ...shown } = await sharp(bytes).metadata()
  expect(shown).toMatchObject({ format: 'jpeg', width: 300, height: 200 })
  expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
  expect(await auditOf(server.db)).toEqual([
    {
      officerId,
      action: 'tips.file-open',
      records: [`tip/${params.id}`, `tip-file/${params.file}`],
      station: 'ben-cat',
    },
  ])
  const { headers } = await server.app.inject({
    url: `/api/desk/tips/${params.id}/files/${params.file}`,
    headers: { cookie, host: 'localhost' },
  })
  expect(headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(bytes.length),
    'content-disposition': `inline; filename="tep-${params.file}.jpg"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
  })
})

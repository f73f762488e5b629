import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { largestPart, mostTipFiles } from '#contract/tip-files.ts'
import { tipDraft } from '../testing/builders.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { blobOf, good, type Owner, sendFile } from './tip-files.fixture.ts'

const start = new Date('2026-11-24T03:04:05.678Z')
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  picture = await phonePicture()
})
afterEach(async () => {
  now = start
  await server.empty()
})
afterAll(() => server.close())

const refused = (code: string) => ({ ok: false, error: { code } })
const begin = (owner: Owner, more: { fileKey?: string; size?: number } = {}) =>
  server.client.tipFiles.start({ body: { ...owner, fileKey: randomUUID(), size: picture.length, ...more } })
const part = (token: string, offset: number, bytes: Buffer) =>
  server.client.tipFiles.part({ query: { token, offset: String(offset) }, body: blobOf(bytes) })
const newKey = () => ({ clientKey: randomUUID() as string })
async function sent(clientKey: string = randomUUID()) {
  return { clientKey, ...good(await server.client.tips.send({ body: tipDraft({ clientKey }) })) }
}
const fileCount = async (code: string) => good(await server.client.tips.open({ body: { code } })).fileCount
const raw = (url: string, payload: Buffer | string, type = 'application/octet-stream') =>
  server.app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })

test.for([
  ['neither a key nor a receipt', {}, { clientKey: 'required' }],
  ['both', { clientKey: randomUUID(), code: 'A'.repeat(20) }, { code: 'required' }],
  ['a receipt that is none', { code: 'abc' }, { code: 'format' }],
  ['a key of another form', { clientKey: '1' }, { clientKey: 'format' }],
  ['no file key', { clientKey: randomUUID(), fileKey: undefined }, { fileKey: 'required' }],
  ['no bytes', { clientKey: randomUUID(), size: 0 }, { size: 'format' }],
  ['more bytes than any video', { clientKey: randomUUID(), size: 60_000_000 }, { size: 'format' }],
] as const)('who starts with %s is refused', async ([, body, fields]) => {
  const answer = await raw(
    '/api/tips/files',
    JSON.stringify({ fileKey: randomUUID(), size: 9, ...body }),
    'application/json',
  )
  expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields } })
})

test('a receipt with a wrong secret starts and removes nothing', async () => {
  const { code } = await sent()
  const other = (await sent()).code
  const wrong = { code: code.slice(0, 5) + other.slice(5) }
  for (const answer of [
    await begin(wrong),
    await server.client.tipFiles.remove({ body: { ...wrong, fileKey: randomUUID() } }),
  ])
    // A receipt's check sign covers both halves, so most mixtures are no receipts at all.
    expect(['invalid', 'not-found']).toContain(answer.ok ? 'ok' : answer.error.code)
})

test('who makes a token up sends nothing', async () => {
  expect(await part('A'.repeat(32), 0, picture)).toMatchObject(refused('not-found'))
  const url = `/api/tips/files/whole?token=${'A'.repeat(32)}`
  expect((await raw(url, picture)).json()).toMatchObject({ error: { code: 'not-found' } })
})

test.for(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'image/jpeg', 'nonsense'])(
  'a part of the type %s is refused in our form',
  async (type) => {
    const { token } = good(await begin(newKey()))
    const answer = await raw(`/api/tips/files/parts?token=${token}&offset=0`, picture, type)
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { error: { code: 'invalid' } }])
  },
)

test('an empty part and one that is too long are refused', async () => {
  const { token } = good(await begin(newKey(), { size: 3 * largestPart }))
  const url = `/api/tips/files/parts?token=${token}&offset=0`
  expect((await raw(url, '')).json()).toMatchObject({ error: { code: 'invalid' } })
  expect((await raw(url, Buffer.alloc(largestPart + 1))).json()).toMatchObject({
    error: { code: 'too-large' },
  })
  expect((await raw(url, Buffer.alloc(largestPart))).json()).toMatchObject({ received: largestPart })
})

test('no other route takes bytes, and these take no JSON', async () => {
  const answer = await raw('/api/tips', Buffer.from(JSON.stringify(tipDraft())))
  expect(answer.json()).toMatchObject({ error: { code: 'invalid' } })
})

test('a picture that comes in parts after its tip is kept, and the thread counts it', async () => {
  const { code, clientKey } = await sent()
  const progress = await sendFile(server, { clientKey }, picture, { partLength: 1000 })
  expect(progress).toMatchObject({ state: 'stored', kind: 'picture', refusal: null })
  expect(await fileCount(code)).toBe(1)
  expect(await sendFile(server, { code }, picture)).toMatchObject({ state: 'stored' })
  expect(await fileCount(code)).toBe(2)
  // The parts are gone.
  expect(await readdir(server.evidenceDir)).toHaveLength(2)
})

test('a picture that comes before its tip belongs to it once the tip is sent', async () => {
  const key = newKey()
  expect(await sendFile(server, key, picture)).toMatchObject({ state: 'stored' })
  const { code } = await sent(key.clientKey)
  expect(await fileCount(code)).toBe(1)
})

test('a part sent again changes nothing, a gap is refused, and a file goes on from where it stands', async () => {
  const key = { ...newKey(), fileKey: randomUUID() as string }
  const { token } = good(await begin(key, key))
  expect(await part(token!, 0, picture.subarray(0, 500))).toMatchObject({ ok: true, data: { received: 500 } })
  expect(await part(token!, 0, picture.subarray(0, 500))).toMatchObject({ ok: true, data: { received: 500 } })
  expect(await part(token!, 200, picture.subarray(200, 900))).toMatchObject({ data: { received: 500 } })
  expect(await part(token!, 501, picture.subarray(501, 900))).toMatchObject(refused('conflict'))
  expect(await part(token!, 500, Buffer.alloc(picture.length))).toMatchObject(refused('conflict'))
  const again = good(await begin(key, key))
  expect(again).toMatchObject({ state: 'arriving', received: 500 })
  // A new token makes the one before void.
  expect(await part(token!, 500, picture.subarray(500))).toMatchObject(refused('not-found'))
  const last = await part(again.token!, 500, picture.subarray(500))
  expect(last).toMatchObject({ ok: true, data: { state: 'stored', kind: 'picture' } })
  expect(await begin(key, key)).toMatchObject({ ok: true, data: { state: 'stored', token: null } })
})

test('the same part ten times at once counts once', async () => {
  const { token } = good(await begin(newKey()))
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => part(token!, 0, picture.subarray(0, 700))),
  )
  for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: { received: 700 } })
  const last = await Promise.all(Array.from({ length: 5 }, () => part(token!, 700, picture.subarray(700))))
  for (const answer of last) expect(answer).toMatchObject({ ok: true, data: { state: 'stored' } })
  expect(await readdir(server.evidenceDir)).toHaveLength(1)
})

test('under one key of a file its size does not change once something has come', async () => {
  const key = { ...newKey(), fileKey: randomUUID() as string }
  const { token } = good(await begin(key, { ...key, size: 5000 }))
  expect(await begin(key, { ...key, size: 6000 })).toMatchObject({ ok: true })
  expect(await part(token!, 0, picture.subarray(0, 10))).toMatchObject(refused('not-found'))
  const next = good(await begin(key, { ...key, size: 6000 }))
  await part(next.token!, 0, picture.subarray(0, 10))
  expect(await begin(key, { ...key, size: 5000 })).toMatchObject(refused('conflict'))
})

test('a token ends after an hour, the file goes on with another', async () => {
  const key = { ...newKey(), fileKey: randomUUID() as string }
  const { token } = good(await begin(key, key))
  now = new Date(start.getTime() + 59 * 60_000)
  expect(await part(token!, 0, picture.subarray(0, 10))).toMatchObject({ ok: true })
  now = new Date(start.getTime() + 62 * 60_000)
  expect(await part(token!, 10, picture.subarray(10))).toMatchObject(refused('not-found'))
  expect(await begin(key, key)).toMatchObject({ ok: true, data: { received: 10 } })
})

test('a tip has at most five files, also when they begin at once', async () => {
  const key = newKey()
  const answers = await Promise.all(Array.from({ length: mostTipFiles + 3 }, () => begin(key)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(mostTipFiles)
  expect(answers.filter(({ ok }) => !ok)[0]).toMatchObject(refused('conflict'))
  expect(await begin(newKey())).toMatchObject({ ok: true })
})

test('a file can be taken back until its tip is sent, and makes room for another', async () => {
  const key = newKey()
  const keys = Array.from({ length: mostTipFiles }, () => randomUUID() as string)
  for (const fileKey of keys) await sendFile(server, key, picture, { fileKey })
  const remove = (fileKey: string) => server.client.tipFiles.remove({ body: { ...key, fileKey } })
  expect(await remove(keys[0]!)).toMatchObject({ ok: true, data: { removed: true } })
  expect(await remove(keys[0]!)).toMatchObject({ ok: true, data: { removed: false } })
  expect(await readdir(server.evidenceDir)).toHaveLength(mostTipFiles - 1)
  expect(await begin(key)).toMatchObject({ ok: true })
  const { code } = await sent(key.clientKey)
  expect(await remove(keys[1]!)).toMatchObject(refused('conflict'))
  expect(await fileCount(code)).toBe(mostTipFiles - 1)
})

import { randomBytes, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { largestFile, type TipFileProgress } from '#contract/tip-files.ts'
import { tipDraft } from '../testing/builders.ts'
import { phonePicture } from '../testing/pictures.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { plainVideo } from '../testing/videos.ts'
import { good, sendFile } from './tip-files.fixture.ts'

const start = new Date('2026-11-24T03:04:05.678Z')
let now = start
let server: Awaited<ReturnType<typeof startTestServer>>
let origin: string
let picture: Buffer
beforeAll(async () => {
  server = await startTestServer({ clock: () => now })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  picture = await phonePicture()
})
afterEach(async () => {
  now = start
  await server.empty()
})
afterAll(() => server.close())

/** For Zalo's uploader: nobody says how long the file is. */
async function begin(clientKey: string = randomUUID(), fileKey: string = randomUUID()) {
  const body = { clientKey, fileKey }
  return { ...body, ...good(await server.client.tipFiles.start({ body })) }
}
const formOf = (
  bytes: Buffer,
  { field = 'file', name = 'IMG_20261120_Lan.jpg', type = 'image/jpeg' } = {},
) => {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name)
  return form
}
async function post(token: string | null, body: NonNullable<RequestInit['body']>, headers = {}) {
  const answer = await fetch(`${origin}/api/tips/files/whole?token=${token}`, {
    method: 'POST',
    body,
    headers,
  })
  expect(answer.headers.get('content-type')).toContain('application/json')
  return (await answer.json()) as TipFileProgress & { error?: { code: string } }
}
const files = () => readdir(server.evidenceDir)

test.for(['file', 'images', 'upload[]', '__proto__', 'ảnh'])(
  'a form brings a picture in the field %s',
  async (field) => {
    const { token, clientKey } = await begin()
    const more = formOf(picture, { field })
    expect(await post(token, more)).toMatchObject({ state: 'stored', kind: 'picture' })
    const { code } = good(await server.client.tips.send({ body: tipDraft({ clientKey }) }))
    expect(good(await server.client.tips.open({ body: { code } })).fileCount).toBe(1)
    expect(await files()).toHaveLength(1)
  },
)

test('what a form says about its file counts for nothing', async () => {
  const { token } = await begin()
  const lying = formOf(plainVideo(), { name: 'anh.jpg', type: 'image/jpeg' })
  expect(await post(token, lying)).toMatchObject({ state: 'stored', kind: 'video' })
  const other = await begin()
  const page = formOf(Buffer.from('<html></html>'), { name: 'anh.jpg', type: 'image/jpeg' })
  expect(await post(other.token, page)).toMatchObject({ state: 'refused', refusal: 'unknown-type' })
})

test('texts beside the file are passed over, and the first of two files counts', async () => {
  const { token } = await begin()
  const form = new FormData()
  form.append('note', 'Lan')
  form.append('a', new Blob([new Uint8Array(picture)]), 'a.jpg')
  form.append('b', new Blob(['x']), 'b.txt')
  expect(await post(token, form)).toMatchObject({ state: 'stored', kind: 'picture' })
})

test('bytes without a form are taken too', async () => {
  const { token } = await begin()
  const type = { 'content-type': 'application/octet-stream' }
  expect(await post(token, new Uint8Array(picture), type)).toMatchObject({ state: 'stored' })
})

test('every refusal is JSON in our form: the uploader knows nothing else', async () => {
  const { token } = await begin()
  const invalid = { error: { code: 'invalid' } }
  expect(await post('A'.repeat(32), formOf(picture))).toMatchObject({ error: { code: 'not-found' } })
  expect(await post('short', formOf(picture))).toMatchObject(invalid)
  expect(await post(token, 'x', { 'content-type': 'text/plain' })).toMatchObject(invalid)
  expect(await post(token, 'x', { 'content-type': 'multipart/form-data' })).toMatchObject(invalid)
  const boundary = { 'content-type': 'multipart/form-data; boundary=b' }
  expect(await post(token, 'nonsense', boundary)).toMatchObject(invalid)
  expect(
    await post(token, '--b\r\nContent-Disposition: form-data; name="a"; filename="a"\r\n\r\nabc', boundary),
  ).toMatchObject(invalid)
  const texts = new FormData()
  texts.append('note', 'Lan')
  expect(await post(token, texts)).toMatchObject(invalid)
  expect(await files()).toEqual([])
  // After all that it can still come.
  expect(await post(token, formOf(picture))).toMatchObject({ state: 'stored' })
})

test('an empty file is refused for good, and leaves nothing', async () => {
  const { token } = await begin()
  expect(await post(token, formOf(Buffer.alloc(0)))).toMatchObject({ state: 'refused', refusal: 'broken' })
  expect(await files()).toEqual([])
})

// Fifty parts of it are on the disk before it is too long.
test('one that is too long is refused and leaves nothing', { timeout: 120_000 }, async () => {
  const { token } = await begin()
  const bytes = Buffer.alloc(largestFile.video + 5, 1)
  expect(await post(token, formOf(bytes))).toMatchObject({ state: 'refused', refusal: 'too-large' })
  expect(await files()).toEqual([])
})

test('an upload that breaks off half-way counts for nothing and may come again', async () => {
  const { token, clientKey, fileKey } = await begin()
  const stop = new AbortController()
  const body = new ReadableStream({
    async pull(controller) {
      controller.enqueue(new Uint8Array(randomBytes(3_000_000)))
      while ((await files()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
      stop.abort()
    },
  })
  const type = { 'content-type': 'application/octet-stream' }
  const sending = fetch(`${origin}/api/tips/files/whole?token=${token}`, {
    method: 'POST',
    body,
    headers: type,
    signal: stop.signal,
    duplex: 'half',
  } as RequestInit)
  await expect(sending).rejects.toThrow('abort')
  await expect.poll(files).toEqual([])
  expect(await begin(clientKey, fileKey)).toMatchObject({ state: 'arriving', received: 0 })
})

test('a token for the uploader ends after ten minutes, and once the file is whole', async () => {
  const { token } = await begin()
  now = new Date(start.getTime() + 9 * 60_000)
  const first = await begin()
  expect(await post(token, formOf(picture))).toMatchObject({ state: 'stored' })
  expect(await post(token, formOf(picture))).toMatchObject({ error: { code: 'not-found' } })
  now = new Date(start.getTime() + 22 * 60_000)
  expect(await post(first.token, formOf(picture))).toMatchObject({ error: { code: 'not-found' } })
})

test('when the uploader fails, the app goes on with the same file in parts, and the other way round', async () => {
  const { clientKey, fileKey } = await begin()
  expect(await sendFile(server, { clientKey }, picture, { fileKey })).toMatchObject({ state: 'stored' })
  const parts = { clientKey: randomUUID(), fileKey: randomUUID() }
  const started = good(await server.client.tipFiles.start({ body: { ...parts, size: picture.length } }))
  const query = { token: started.token!, offset: '0' }
  await server.client.tipFiles.part({ query, body: new Blob([new Uint8Array(picture.subarray(0, 99))]) })
  const again = await begin(parts.clientKey, parts.fileKey)
  expect(await post(again.token, formOf(picture))).toMatchObject({ state: 'stored' })
  expect(await files()).toHaveLength(2)
})

test('the same file twice at once is kept once', async () => {
  const { token } = await begin()
  const answers = await Promise.all([post(token, formOf(picture)), post(token, formOf(picture))])
  expect(answers.filter(({ state }) => state === 'stored').length).toBeGreaterThan(0)
  expect(await files()).toHaveLength(1)
})

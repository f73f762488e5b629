import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TipFileProgress } from '#contract/tip-files.ts'
import { setHost } from '#src/lib/host.ts'
import { noLimits } from '#server/tips/intake-limits.ts'
import { phonePicture } from '#server/testing/pictures.ts'
import { startPortal } from '#src/testing/start-portal.ts'
import { timedOut } from '#src/zalo/error-result.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import type { Host } from '#src/zalo/host.ts'
import { choosePictureInZalo } from './choose-in-zalo.ts'
import { openTip, useTip } from './tip.store.ts'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal({ intakeLimits: noLimits })))
beforeEach(async () => {
  portal.connect()
  useTip.setState(useTip.getInitialState(), true)
  await openTip()
})
afterEach(() => portal.empty())
afterAll(() => portal.close())

/** What Zalo's own uploader sends. */
async function upload(url: string, bytes: Buffer): Promise<string> {
  const edge = 'edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="f"; filename="i.jpg"\r\n\r\n`
  const answer = await portal.app.inject({
    method: 'POST',
    url: url.replace(/^https?:\/\/[^/]+/, ''),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
  return answer.body
}

const zalo = (sendPicture: Host['sendPicture']) => setHost({ ...createFakeHost(), sendPicture })
const files = () => useTip.getState().record.files
const onServer = () => portal.db.query<Pick<TipFileProgress, 'state'>>('select state from tip_files')

test('what Zalo has sent stands in the form as arrived', async () => {
  zalo(async (url) => ({ kind: 'ok', data: await upload(url, await phonePicture()) }))
  expect(await choosePictureInZalo()).toEqual({ kind: 'added' })
  expect(files()).toMatchObject([{ kind: 'picture', outcome: 'stored' }])
  expect(await onServer()).toEqual([{ state: 'stored' }])
})

test.for([
  ['no word from Zalo', { kind: 'failed', code: timedOut }],
  ['an answer that is none of ours', { kind: 'ok', data: '<html>' }],
] as const)('after %s the server is asked whether it has the picture', async ([, result]) => {
  zalo(async (url) => {
    await upload(url, await phonePicture())
    return result
  })
  expect(await choosePictureInZalo()).toEqual({ kind: 'added' })
  expect(files()).toHaveLength(1)
})

test('a refusal of the server is told by its reason', async () => {
  zalo(async (url) => ({ kind: 'ok', data: await upload(url, Buffer.from('PK\x03\x04')) }))
  expect(await choosePictureInZalo()).toEqual({ kind: 'refused', refusal: 'archive' })
  expect(files()).toEqual([])
})

test.for([
  ['cancelled', 'nothing'],
  ['denied', 'denied'],
  ['unsupported', 'unsupported'],
  ['not-in-host', 'unsupported'],
  ['limited', 'failed'],
] as const)('a picker that answers %s adds nothing and leaves nothing behind', async ([kind, told]) => {
  zalo(async () => ({ kind }))
  expect(await choosePictureInZalo()).toEqual({ kind: told })
  expect(files()).toEqual([])
  await expect.poll(onServer).toEqual([])
})

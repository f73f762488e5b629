import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { setHost } from '#src/lib/host.ts'
import { readFile } from '#src/lib/phone-files.ts'
import { offline } from '#src/testing/networks.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'
import { addFiles, moveUp, removeDraftFile, useDraftFiles } from './draft-files.ts'
import { forgetParcels, useParcels } from './parcels.store.ts'
import { reviewFiles } from './review-files.ts'
import { sendFields } from './send-tip.ts'
import { changeTip, forgetDraft, forgetTip, openTip, useTip } from './tip.store.ts'

const pdf = (name: string, size = 2000) => new File(['%PDF-1.7 ', 'x'.repeat(size - 9)], name)
const names = () => useTip.getState().record.files.map(({ name }) => name)
const outcomes = () => useTip.getState().record.files.map(({ outcome }) => outcome)
const sentNames = () => useParcels.getState().parcels.flatMap(({ files }) => files.map(({ name }) => name))
const isKept = async (fileKey = '', size = 1) => (await readFile(fileKey, 0, size)) !== undefined

let visits = 0
let host: FakeHost
beforeEach(async () => {
  host = createFakeHost({ appId: `app-${(visits += 1)}` })
  setHost(host)
  await startAgain()
})
afterEach(async () => {
  await forgetTip()
  await forgetParcels()
})

/** The app as it is opened on this phone. */
async function startAgain() {
  useTip.setState(useTip.getInitialState(), true)
  useDraftFiles.setState(useDraftFiles.getInitialState(), true)
  useParcels.setState(useParcels.getInitialState(), true)
  await openTip()
  await reviewFiles()
}

test('what was chosen is there again after the app was killed', async () => {
  await addFiles([pdf('một.pdf'), pdf('hai.pdf')])
  await startAgain()
  expect(names()).toEqual(['một.pdf', 'hai.pdf'])
  expect(outcomes()).toEqual([null, null])
  const [first] = useTip.getState().record.files
  expect(await (await readFile(first!.fileKey, 0, first!.size))!.text()).toMatch(/^%PDF-1.7 x/)
})

test('five are taken, each other one is named with its reason', async () => {
  await addFiles([
    ...Array.from({ length: 4 }, (_, index) => pdf(`${index}.pdf`)),
    new File(['PK\x03\x04'], 'nén.zip'),
    pdf('4.pdf'),
    pdf('5.pdf'),
  ])
  expect(names()).toHaveLength(5)
  expect(useDraftFiles.getState()).toMatchObject({
    preparing: 0,
    problems: [
      { name: 'nén.zip', reason: 'archive' },
      { name: '5.pdf', reason: 'too-many' },
    ],
  })
})

test('a document larger than its limit is refused here', async () => {
  const large = pdf('lớn.pdf')
  Object.defineProperty(large, 'size', { value: 21 * 1024 * 1024 })
  await addFiles([large])
  expect(useDraftFiles.getState().problems).toEqual([{ name: 'lớn.pdf', reason: 'too-large' }])
})

test('they change places and go one by one, bytes included', async () => {
  await addFiles([pdf('một.pdf'), pdf('hai.pdf')])
  await moveUp(1)
  expect(names()).toEqual(['hai.pdf', 'một.pdf'])
  const [first] = useTip.getState().record.files
  await removeDraftFile(first!)
  expect(names()).toEqual(['một.pdf'])
  expect(await isKept(first?.fileKey)).toBe(false)
})

test('on a full phone they stay for this visit, and at the next one their loss is said', async () => {
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await addFiles([pdf('một.pdf')])
  full.mockRestore()
  expect(useDraftFiles.getState().onlyHere).toBe(true)
  expect(await isKept(useTip.getState().record.files[0]?.fileKey)).toBe(true)
  setHost(createFakeHost({ appId: 'other-phone', stored: { tip: (await host.storage.get('tip')) ?? '' } }))
  vi.resetModules()
  const again = {
    ...(await import('./tip.store.ts')),
    ...(await import('./review-files.ts')),
  }
  const { setHost: set } = await import('#src/lib/host.ts')
  set(createFakeHost({ appId: 'other-phone', stored: { tip: (await host.storage.get('tip')) ?? '' } }))
  await again.openTip()
  await again.reviewFiles()
  expect(again.useTip.getState().record.files).toMatchObject([{ name: 'một.pdf', outcome: 'lost' }])
})

test('deleting the draft removes its files; leaving quickly removes those of earlier tips too', async () => {
  await addFiles([pdf('một.pdf')])
  const [draft] = useTip.getState().record.files
  await forgetDraft()
  expect(await isKept(draft?.fileKey)).toBe(false)

  receiveTips()
  await addFiles([pdf('hai.pdf')])
  changeTip({ category: 'khac', text: 'Có người lạ rình trước cổng.' })
  await sendFields()
  expect(sentNames()).toEqual(['hai.pdf'])
  await forgetDraft()
  expect(sentNames()).toEqual(['hai.pdf'])
  await forgetTip()
  expect(sentNames()).toEqual([])
  expect(await host.storage.get('tip-parcels')).toBeUndefined()
})

/** Takes tips and no files. */
function receiveTips() {
  setApiFetch(async (path, init) =>
    path === '/api/tips'
      ? Response.json({ code: 'A', publicCode: 'A', receivedAt: '2026-11-23T01:00:00Z' })
      : offline(path, init),
  )
}

test('the words go without waiting for a file, which follows to the same tip', async () => {
  receiveTips()
  changeTip({ category: 'khac', text: 'Có người lạ rình trước cổng.' })
  const { clientKey } = useTip.getState().record
  const slow = pdf('một.pdf')
  let read = () => {}
  const held = new Promise<void>((resolve) => (read = resolve))
  const slice = slow.slice.bind(slow)
  slow.slice = (...range) => {
    const part = slice(...range)
    const bytes = part.arrayBuffer.bind(part)
    part.arrayBuffer = () => held.then(bytes)
    return part
  }
  await addFiles([pdf('không.pdf')])
  const adding = addFiles([slow])
  await sendFields()
  expect(useTip.getState().record.receipt?.code).toBe('A')
  read()
  await adding
  expect(names()).toEqual([])
  expect(useParcels.getState().parcels).toMatchObject([
    { clientKey, files: [{ name: 'không.pdf' }, { name: 'một.pdf' }] },
  ])
})

test('a file that is ready after the tip was thrown away is thrown away too', async () => {
  const adding = addFiles([pdf('một.pdf')])
  await forgetTip()
  await adding
  expect(names()).toEqual([])
  expect(sentNames()).toEqual([])
})

import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { document } from '#server/testing/documents.ts'
import { phoneVideo } from '#server/testing/videos.ts'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { openDutyDesk } from './duty-desk.ts'
import { chooseFiles, fillTip, receiptOn, sendTip } from './tip-steps.ts'

const portal = inject('portal')
let browser: Browser
let desk: Awaited<ReturnType<typeof openDutyDesk>>
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-films-'))
  ;[browser, desk] = await Promise.all([launchChromium(), openDutyDesk(portal)])
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

const marks = { place: '+11.1494+106.5976/', device: 'Redmi 9A', way: 'Đường Hùng Vương' }
const author = 'Nguyễn Văn Mẫu'

async function lay(name: string, bytes: Buffer, size = bytes.length): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  await truncate(path, size)
  return path
}

test('a film and a document go along bare; what cannot is named at once and stays behind', async () => {
  const film = phoneVideo(marks)
  const contract = await document((pdf) => pdf.fontSize(20).text('So no 12 trieu'), {
    compress: false,
    info: { Author: author, Title: 'So no' },
  })
  expect(film.includes(marks.device) && contract.includes('/Author')).toBe(true)
  const { page, requests, complaints } = await openPage(browser, portal)
  await page.goto('/tips/new')
  await chooseFiles(page, [
    await lay('quay-kho.mp4', film),
    await lay('so-no.pdf', contract),
    await lay('dai-qua.mp4', film, 51 * 1024 * 1024),
    await lay('ghi-chu.txt', Buffer.from('Ghi chú của tôi.')),
  ])
  await page.getByText('dai-qua.mp4: Tệp quá lớn.').waitFor()
  await page.getByText('ghi-chu.txt: Tệp này không phải ảnh, video hay PDF.').waitFor()
  await page.getByText('1. quay-kho.mp4').waitFor()
  await page.getByText('2. so-no.pdf').waitFor()
  expect(requests.filter((url) => url.includes('/tips/files'))).toEqual([])

  await fillTip(page, 'Chủ xưởng giữ giấy ghi nợ, tôi quay được trong kho.')
  await sendTip(page)
  await page.getByText('Đã nhận đủ 2 tệp.').waitFor()
  const files = await desk.filesOf((await receiptOn(page)).slice(0, 5))
  expect(files.map(({ kind }) => kind).sort()).toEqual(['document', 'video'])
  for (const file of files) {
    const bytes = await desk.bytesOf(file)
    expect(bytes.subarray(0, 12).toString('latin1')).toMatch(file.kind === 'video' ? /ftyp/ : /^%PDF-/)
    for (const mark of [...Object.values(marks), author, 'Author'])
      expect(bytes.includes(mark), mark).toBe(false)
  }
  expect(complaints).toEqual([])
})

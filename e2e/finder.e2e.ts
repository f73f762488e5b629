import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openPage } from './browser.ts'
import { launchChromium } from './chromium.ts'
import { answerFinder, expiredCard } from './finder-steps.ts'

const portal = inject('portal')
let browser: Browser
beforeAll(async () => void (browser = await launchChromium()))
afterAll(() => browser.close())

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name })

test('a few answers lead to a list that is ticked, kept, printed and opened without network', async () => {
  const { page, complaints, requests } = await openPage(browser, portal)
  await page.goto('/guides')
  await page.getByRole('link', { name: 'Không chắc? Trả lời vài câu' }).click()
  await answerFinder(page, ...expiredCard)
  await heading(page, 'Cấp đổi thẻ căn cước').waitFor()

  // The phone's own back leads to the question before, and forward to the end again.
  await page.goBack()
  await heading(page, 'Bạn muốn nộp hồ sơ cách nào?').waitFor()
  await page.goForward()
  await page.reload()
  await heading(page, 'Cấp đổi thẻ căn cước').waitFor()
  // No answer may show in any address that was asked for.
  expect(requests.filter((url) => /tuoi-25|het-han|truc-tiep/.test(url))).toEqual([])

  await page.getByRole('checkbox', { name: /Thẻ đang dùng/ }).check()
  await page.getByRole('button', { name: 'Giữ lại trên máy này' }).click()
  await page.getByText('Đã giữ. Danh sách mở được').waitFor()
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(1)
  expect(complaints).toEqual([])

  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/checklists')
  await page.getByRole('link', { name: 'Cấp đổi thẻ căn cước' }).click()
  await heading(page, 'Cấp đổi thẻ căn cước').waitFor()
  expect(await page.getByRole('checkbox', { name: /Thẻ đang dùng/ }).isChecked()).toBe(true)
})

test('the phone’s own back leads from question to question, also after a change and a reload', async () => {
  const { page } = await openPage(browser, portal)
  const tap = (name: string) => page.getByRole('button', { name }).click()
  const shows = (name: string) => heading(page, name).waitFor()
  await page.goto('/guides')
  await page.goto('/guides/finder')
  for (const name of ['Thẻ bị mất', 'Của tôi', 'Đến trực tiếp']) await tap(name)
  await tap('Sửa câu trả lời: Thẻ bị mất là của ai?')
  await tap('Của trẻ em')
  await shows('Cấp lại thẻ căn cước bị mất hoặc hỏng')
  await page.reload()
  await shows('Cấp lại thẻ căn cước bị mất hoặc hỏng')
  await page.goBack()
  await shows('Bạn muốn nộp hồ sơ cách nào?')
  await page.goBack()
  await shows('Thẻ bị mất là của ai?')
  await page.reload()
  await shows('Thẻ bị mất là của ai?')
  await page.goBack()
  await shows('Bạn cần làm việc gì?')
  await page.goBack()
  await page.waitForURL('**/guides')
})

test('the picture and the calendar file are made on the phone', async () => {
  const { page, complaints } = await openPage(browser, portal)
  await page.goto('/guides/cap-lai-can-cuoc/checklist#mat.toi.truc-tiep')
  await page.getByText('Thẻ bị mất', { exact: true }).waitFor()
  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  const picture = await download('Lưu thành ảnh')
  expect(picture.name).toBe('cap-lai-can-cuoc.png')
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  const entry = await download('Thêm ngày đi vào lịch')
  expect(entry.name).toMatch(/^ngay-di-\d{4}-\d\d-\d\d\.ics$/)
  expect(entry.bytes.toString()).toContain('SUMMARY:Đến Công an phường Bến Cát')
  expect(complaints).toEqual([])
})

import type { Page } from 'playwright-core'

/** A căn cước card that ran out at 25, filed at a counter. */
export const expiredCard = [
  'Thẻ hết hạn, đến tuổi đổi',
  'Thẻ căn cước',
  'Đủ 25 tuổi',
  'Đúng',
  'Đến trực tiếp',
] as const

export async function answerFinder(page: Page, ...labels: string[]): Promise<void> {
  for (const name of labels) await page.getByRole('button', { name, exact: true }).click()
}

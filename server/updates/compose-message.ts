import type { ApplicationStatus } from '#contract/application-status.ts'
import type { Content } from './outbox.repo.ts'

/**
 * It stands on a lock screen that others may see: status words, and nothing about the person, the procedure or the
 * reasons. A new status does not compile until it is worded here.
 */
const words: Record<ApplicationStatus, string> = {
  received: 'Đã tiếp nhận',
  need_more: 'Cần bổ sung',
  in_progress: 'Đang xử lý',
  forwarded: 'Đã chuyển cấp trên',
  printed: 'Kết quả đang chuyển về',
  ready: 'Mời đến nhận',
  mailed: 'Đã gửi bưu điện',
  delivered: 'Đã trả kết quả',
  rejected: 'Có thông báo mới',
}

/** As the app shows it: enough to recognise one's own slip. */
const maskCode = (code: string) => `${'*'.repeat(code.length - 4)}${code.slice(-4)}`

/** What the template's three places are filled with. Its button leads to the app; no address carries a code. */
export function composeMessage(
  contents: readonly Content[],
  now: Date,
  digestAfterMs: number,
): Record<string, string> {
  const changes = contents.reduce((sum, content) => sum + content.changes, 0)
  const old = contents.some(({ oldestAt }) => now.getTime() - oldestAt.getTime() > digestAfterMs)
  const [only, ...more] = contents
  const together = more.length > 0 || old || !only
  return {
    ma_ho_so: only && more.length === 0 ? maskCode(only.code) : `${contents.length} hồ sơ`,
    trang_thai: together ? `Có ${changes} cập nhật` : words[only.status],
    so_cap_nhat: String(changes),
  }
}

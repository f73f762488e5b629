import { formatDayWithWeekday } from '#contract/day.ts'
import { timeOf } from '#contract/local-time.ts'
import type { TipDeadline, TipDuty, TipMessage, TipStatus } from '#contract/tip-thread.ts'

export const statusWords: Record<TipStatus, string> = {
  received: 'Đã nhận',
  'passed-on': 'Đã chuyển cơ quan có thẩm quyền',
  answered: 'Đã phản hồi',
  'not-enough-information': 'Không đủ thông tin để xác minh',
}

export const messageWords: Record<TipMessage['kind'], string> = {
  addition: 'Bạn gửi thêm',
  question: 'Cán bộ hỏi',
  'passed-on': 'Đã chuyển cơ quan có thẩm quyền',
  answered: 'Cán bộ trả lời',
  'not-enough-information': 'Không đủ thông tin để xác minh',
}

const duties: Record<TipDuty, string> = {
  'pass-on': 'Chuyển cơ quan điều tra, nếu là tin về tội phạm',
  acceptance: 'Báo việc tiếp nhận tin cho người để lại liên hệ',
  decision: 'Cơ quan điều tra quyết định',
  'extended-decision': 'Vụ phức tạp',
  'latest-decision': 'Vụ được gia hạn thêm',
}

export function deadlineFacts(deadlines: readonly TipDeadline[], named: boolean) {
  return deadlines
    .filter(({ duty }) => named || duty !== 'acceptance')
    .map((deadline) => ({ name: duties[deadline.duty], value: latest(deadline) }))
}

function latest({ day, at }: TipDeadline): string {
  if (!day) return 'Chưa tính được, vì chưa công bố lịch nghỉ'
  return `Chậm nhất ${at ? `${timeOf(new Date(at))}, ` : ''}${formatDayWithWeekday(day)}`
}

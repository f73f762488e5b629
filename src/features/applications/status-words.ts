import type { ApplicationStatus } from '#contract/application-status.ts'
import type { NoticeTone } from '#src/ui/notice.tsx'

export interface StatusWords {
  label: string
  /** What it means for the citizen. */
  meaning: string
  /** What the citizen does now. */
  next: string
  tone: NoticeTone
  /** The promised day is still being waited for, so days are counted. */
  waiting: boolean
  /** What the citizen does now is to wait for that day. */
  untilDate?: boolean
  /** There is a reason to go to the counter now. */
  visit: boolean
}

/** A new status does not compile until it is worded here. */
export const statusWords: Record<ApplicationStatus, StatusWords> = {
  received: {
    label: 'Đã tiếp nhận',
    meaning: 'Hồ sơ của bạn đã được nhận.',
    next: 'Bạn giữ giấy hẹn và chờ đến ngày hẹn.',
    tone: 'info',
    waiting: true,
    untilDate: true,
    visit: false,
  },
  need_more: {
    label: 'Cần bổ sung',
    meaning: 'Hồ sơ còn thiếu giấy tờ, hoặc thông tin chưa khớp.',
    next: 'Bạn bổ sung tại quầy hoặc bổ sung trực tuyến.',
    tone: 'warning',
    waiting: true,
    visit: true,
  },
  in_progress: {
    label: 'Đang xử lý',
    meaning: 'Cán bộ đang đối chiếu và phê duyệt hồ sơ.',
    next: 'Bạn chưa cần làm gì. Bạn chờ đến ngày hẹn.',
    tone: 'info',
    waiting: true,
    untilDate: true,
    visit: false,
  },
  forwarded: {
    label: 'Đã chuyển cấp trên',
    meaning: 'Hồ sơ đã gửi cơ quan căn cước để phê duyệt và in thẻ.',
    next: 'Bạn chưa cần làm gì. Bạn chờ đến ngày hẹn.',
    tone: 'info',
    waiting: true,
    untilDate: true,
    visit: false,
  },
  printed: {
    label: 'Đã có kết quả, đang chuyển về',
    meaning: 'Thẻ đã in xong hoặc kết quả đã được ký.',
    next: 'Bạn chưa cần đến. Bạn đến khi trạng thái là “Mời đến nhận”.',
    tone: 'info',
    waiting: true,
    visit: false,
  },
  ready: {
    label: 'Mời đến nhận',
    meaning: 'Kết quả đã có tại quầy.',
    next: 'Bạn mang giấy hẹn và thẻ cũ (nếu có) đến nhận.',
    tone: 'success',
    waiting: false,
    visit: true,
  },
  mailed: {
    label: 'Đã gửi bưu điện',
    meaning: 'Kết quả đang trên đường đến bạn qua bưu điện.',
    next: 'Bạn để ý điện thoại của bưu tá. Lâu chưa nhận được thì hỏi nơi đã nhận hồ sơ.',
    tone: 'success',
    waiting: false,
    visit: false,
  },
  delivered: {
    label: 'Đã trả kết quả',
    meaning: 'Hồ sơ đã xong.',
    next: 'Bạn không cần làm gì thêm. Nếu thấy sai sót, bạn báo ngay tại quầy.',
    tone: 'success',
    waiting: false,
    visit: false,
  },
  rejected: {
    label: 'Từ chối giải quyết',
    meaning: 'Hồ sơ không được giải quyết. Có thông báo bằng văn bản.',
    next: 'Bạn đến quầy để đọc lý do. Bạn có quyền khiếu nại.',
    tone: 'danger',
    waiting: false,
    visit: true,
  },
}

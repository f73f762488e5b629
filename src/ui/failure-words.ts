import type { Failure, FieldIssue } from '#contract/error.ts'

interface Words {
  title: string
  text: string
}

/** A sentence for every way a call may fail: a new code does not compile until it is worded here. */
const words: Record<Failure['code'], (failure: Failure) => Words> = {
  offline: () => ({
    title: 'Chưa có kết nối mạng',
    text: 'Máy chưa kết nối được với máy chủ. Bạn kiểm tra mạng rồi thử lại.',
  }),
  invalid: () => ({
    title: 'Thông tin chưa đúng',
    text: 'Có mục chưa đúng dạng. Bạn xem lại các mục được đánh dấu rồi gửi lại.',
  }),
  unauthorised: () => ({
    title: 'Phiên làm việc đã hết',
    text: 'Bạn đóng ứng dụng, mở lại rồi thử lần nữa.',
  }),
  forbidden: () => ({
    title: 'Bạn chưa được mở mục này',
    text: 'Mục này chỉ dành cho người có quyền. Bạn gọi trực ban nếu cần giúp.',
  }),
  'not-found': () => ({
    title: 'Không tìm thấy',
    text: 'Nội dung này không còn hoặc đường dẫn đã cũ. Bạn quay lại danh sách để chọn mục khác.',
  }),
  conflict: () => ({
    title: 'Nội dung đã thay đổi',
    text: 'Nội dung vừa được cập nhật ở nơi khác. Bạn mở lại trang rồi thử lần nữa.',
  }),
  'too-large': () => ({
    title: 'Nội dung quá lớn',
    text: 'Bạn rút ngắn nội dung hoặc chọn tệp nhỏ hơn rồi gửi lại.',
  }),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Bạn đã thử nhiều lần',
    text: `Để bảo vệ dữ liệu, hệ thống tạm dừng. Bạn thử lại sau ${waitText(retryAfter)}.`,
  }),
  unavailable: ({ retryAfter }) => ({
    title: 'Máy chủ đang bận',
    text: `Bạn thử lại sau ${waitText(retryAfter)}. Việc gấp, bạn gọi 113.`,
  }),
  unexpected: ({ requestId }) => ({
    title: 'Có lỗi từ phía chúng tôi',
    text: `Bạn thử lại sau ít phút.${requestId ? ` Nếu vẫn lỗi, bạn báo Mã sự cố: ${requestId}.` : ''}`,
  }),
}

export function failureWords(failure: Failure): Words {
  return words[failure.code](failure)
}

/** `90` → `2 phút`: rounded up, so that nobody comes back too early. */
export function waitText(seconds: number | undefined): string {
  if (seconds === undefined) return 'ít phút'
  if (seconds < 60) return `${Math.max(1, Math.ceil(seconds))} giây`
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} phút`
  return `${Math.ceil(seconds / 3600)} giờ`
}

const issues: Record<FieldIssue, (limits: { min?: number; max?: number }) => string> = {
  required: () => 'Bạn chưa điền mục này.',
  'too-short': ({ min }) => (min ? `Bạn viết ít nhất ${min} ký tự.` : 'Nội dung quá ngắn.'),
  'too-long': ({ max }) => (max ? `Bạn viết nhiều nhất ${max} ký tự.` : 'Nội dung quá dài.'),
  format: () => 'Mục này chưa đúng dạng. Bạn xem lại.',
  'not-allowed': () => 'Giá trị này không dùng được. Bạn chọn lại.',
}

export function fieldIssueText(issue: FieldIssue, limits: { min?: number; max?: number } = {}): string {
  return issues[issue](limits)
}

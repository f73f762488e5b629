import type { TipFileKind } from '#contract/tip-files.ts'
import type { FileOutcome, TipFile } from './tip-file.ts'

/** Why a file does not go along, and what to do instead. */
const reasons: Record<Exclude<FileOutcome, 'stored'> | 'too-many', string> = {
  'unknown-type': 'Tệp này không phải ảnh, video hay PDF.',
  heic: 'Máy này không đọc được ảnh HEIC. Bạn chụp màn hình ảnh đó rồi chọn ảnh chụp.',
  svg: 'Tệp vẽ SVG có thể chứa mã độc. Bạn chụp màn hình rồi chọn ảnh chụp.',
  archive: 'Tệp nén không gửi được. Bạn chọn từng ảnh hoặc từng PDF.',
  broken: 'Tệp bị hỏng hoặc chưa tải đủ về máy. Bạn mở thử rồi chọn lại.',
  mixed: 'Tệp này chứa lẫn một tệp khác. Bạn chọn tệp khác.',
  'too-large': 'Tệp quá lớn. Ảnh và PDF nhiều nhất 20 MB, video nhiều nhất 50 MB.',
  'too-many-pixels': 'Ảnh quá lớn. Bạn chụp màn hình ảnh đó rồi chọn ảnh chụp.',
  'too-many-pages': 'PDF có quá nhiều trang. Bạn chia thành tệp nhỏ hơn.',
  locked: 'PDF có mật khẩu. Bạn gỡ mật khẩu rồi chọn lại.',
  'unknown-video': 'Loại video này chưa nhận được. Bạn chọn video MP4.',
  'too-many': 'Mỗi tin kèm được nhiều nhất 5 tệp. Bạn bỏ bớt để thêm tệp này.',
  lost: 'Điện thoại không còn giữ tệp này. Bạn chọn lại nếu còn.',
  'not-taken': 'Máy chủ không nhận tệp này. Tin của bạn không bị ảnh hưởng.',
}

export function reasonWords(reason: keyof typeof reasons): string {
  return reasons[reason]
}

export const kindWords: Record<TipFileKind, string> = { picture: 'Ảnh', video: 'Video', document: 'PDF' }

const one = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${one.format(kilobytes / 1024)} MB`
}

export const factsOf = ({ kind, size }: TipFile) => `${kindWords[kind]}, ${sizeWords(size)}`

import type { IconName } from '#src/ui/icon.tsx'

interface KindLook {
  label: string
  icon: IconName
}

const looks = new Map<string, KindLook>([
  ['guide', { label: 'Thủ tục', icon: 'guide' }],
  ['article', { label: 'Tin tức', icon: 'news' }],
  ['station', { label: 'Điểm tiếp dân', icon: 'station' }],
  ['hotline', { label: 'Số điện thoại', icon: 'phone' }],
  ['form', { label: 'Mẫu giấy tờ', icon: 'file' }],
  ['page', { label: 'Mục trong ứng dụng', icon: 'chevron' }],
])

/** A newer server may know more kinds. */
export function kindLook(kind: string): KindLook {
  return looks.get(kind) ?? { label: 'Thông tin', icon: 'info' }
}

import type { TipContent } from '#contract/tip-content.ts'
import type { TipArea } from '#contract/tips.ts'
import type { TipCategory } from '#contract/unit.ts'
import { sourceWords } from './tip-detail-fields.tsx'

interface Names {
  categories: readonly TipCategory[]
  areas: readonly TipArea[]
}

const unsaid = 'Không ghi'

/** A tip in the order of the form, with what was left empty left out, but for where and when. */
export function contentFacts(
  tip: TipContent,
  { categories, areas }: Names,
): { name: string; value: string }[] {
  const area = areas.find(({ id }) => id === tip.area)?.name
  const point = tip.point && `${tip.point.lat}, ${tip.point.lon}`
  const place = [tip.place, tip.quarter, area, point].filter(Boolean).join(', ')
  const facts: (readonly [string, string | undefined])[] = [
    ['Loại việc', categories.find(({ id }) => id === tip.category)?.label ?? tip.category],
    ['Đang xảy ra', tip.happeningNow === undefined ? undefined : tip.happeningNow ? 'Có' : 'Không'],
    ['Nội dung', tip.text],
    ['Số tài khoản', tip.accounts?.join('\n')],
    ['Đường dẫn', tip.links?.join('\n')],
    ['Số điện thoại của kẻ gian', tip.phones?.join('\n')],
    ['Địa điểm', place || (tip.forgotten?.includes('place') ? 'Không nhớ' : unsaid)],
    ['Thời gian', tip.time ?? (tip.forgotten?.includes('time') ? 'Không nhớ rõ' : unsaid)],
    ['Người gây ra', tip.people],
    ['Người bị hại', tip.victims],
    ['Người chứng kiến', tip.witnesses],
    ['Biết qua', tip.source && sourceWords[tip.source]],
    ['Nơi nhận', tip.aboutOfficer ? 'Cấp trên của công an phường' : undefined],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

import { useUnit } from '#src/lib/unit.ts'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import type { SentDraft } from './tip-record.ts'
import './tips.css'

/** What went out, to be read again while one waits. */
export function SentSummary({ draft }: { draft: SentDraft }) {
  const { remote } = useUnit()
  const categories = remote.kind === 'ready' ? remote.data.tipCategories : []
  const facts = [
    { name: 'Loại việc', value: categories.find(({ id }) => id === draft.category)?.label ?? '' },
    { name: 'Nội dung', value: <span className="tip-words">{draft.text}</span> },
    { name: 'Địa điểm', value: draft.place ?? 'Không ghi' },
    { name: 'Thời gian', value: draft.time ?? 'Không ghi' },
    {
      name: 'Người báo tin',
      value: draft.contact ? `${draft.contact.name}, ${draft.contact.phone}` : 'Ẩn danh',
    },
  ]
  return (
    <Card>
      <h3 className="tip-card-title">Tin của bạn</h3>
      <FactList facts={facts} />
    </Card>
  )
}

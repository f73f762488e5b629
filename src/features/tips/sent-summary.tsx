import { Card } from '#src/ui/card.tsx'
import type { SentDraft } from './tip-record.ts'
import { TipWords } from './tip-words.tsx'
import './tips.css'

/** What went out, to be read again while one waits. */
export function SentSummary({ draft }: { draft: SentDraft }) {
  const { contact } = draft
  const sender = { name: 'Người báo tin', value: contact ? `${contact.name}, ${contact.phone}` : 'Ẩn danh' }
  return (
    <Card>
      <h3 className="tip-card-title">Tin của bạn</h3>
      <TipWords tip={draft} more={[sender]} />
    </Card>
  )
}

import type { CardValidity } from '#contract/guides.ts'
import { Badge } from '#src/ui/badge.tsx'
import { Section } from '#src/ui/section.tsx'
import './card-validity-list.css'

export function CardValidityList({ rows }: { rows: readonly CardValidity[] }) {
  if (rows.length === 0) return null
  return (
    <Section title="Giấy tờ cũ còn dùng được không?">
      <ul className="validity plain-list">
        {rows.map(({ card, answer, good, source }) => (
          <li key={card} className="validity__card">
            <h3>{card}</h3>
            <Badge tone={good ? 'success' : 'danger'}>{good ? 'Còn dùng được' : 'Không còn dùng được'}</Badge>
            <p>{answer}</p>
            <p className="guide__note">Căn cứ: {source}.</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

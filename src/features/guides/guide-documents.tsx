import type { Guide } from '#contract/guides.ts'
import { Icon } from '#src/ui/icon.tsx'
import { Section } from '#src/ui/section.tsx'
import './guide-documents.css'

/** What always goes into the bag first, then what only some need. */
export function GuideDocuments({ documents }: { documents: Guide['documents'] }) {
  if (documents.length === 0) return null
  const ordered = [...documents.filter(({ when }) => !when), ...documents.filter(({ when }) => when)]
  return (
    <Section title="Cần mang theo" anchor="can-mang">
      <ul className="documents plain-list">
        {ordered.map(({ text, when }) => (
          <li key={text} className="documents__item">
            <span className={when ? 'documents__icon' : 'documents__icon documents__icon--always'}>
              <Icon name={when ? 'info' : 'check'} />
            </span>
            <span>
              {text}
              {when && <span className="documents__when">{when}</span>}
            </span>
          </li>
        ))}
      </ul>
      <p className="guide__note">
        Giấy tờ đã có trong VNeID hoặc cơ sở dữ liệu thì bạn không phải xuất trình. Cơ quan chỉ hỏi khi không
        tra cứu được.
      </p>
    </Section>
  )
}

import { paths } from '#src/lib/paths.ts'
import { LinkCard } from '#src/ui/card.tsx'
import { Section } from '#src/ui/section.tsx'

interface SearchStartProps {
  examples: readonly string[]
  onChoose: (example: string) => void
}

/** Before anything is typed. */
export function SearchStart({ examples, onChoose }: SearchStartProps) {
  return (
    <>
      {examples.length > 0 && (
        <Section title="Người dân hay tìm">
          <Examples examples={examples} onChoose={onChoose} />
        </Section>
      )}
      <div className="stack search-start__more">
        <LinkCard to={paths.guides()} icon="guide" title="Xem tất cả thủ tục" />
        <LinkCard to={paths.stations()} icon="phone" title="Điểm tiếp dân, số điện thoại" />
      </div>
    </>
  )
}

export function Examples({ examples, onChoose }: SearchStartProps) {
  return (
    <ul className="examples plain-list">
      {examples.map((example) => (
        <li key={example}>
          <button type="button" className="examples__button" onClick={() => onChoose(example)}>
            {example}
          </button>
        </li>
      ))}
    </ul>
  )
}

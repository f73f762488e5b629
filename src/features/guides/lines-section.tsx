import { Section } from '#src/ui/section.tsx'
import './guide-text.css'

interface LinesSectionProps {
  title: string
  anchor?: string
  lines: readonly string[]
  numbered?: boolean
}

/** A section only when there is something to say; one line is a sentence, several are a list. */
export function LinesSection({ title, anchor, lines, numbered }: LinesSectionProps) {
  if (lines.length === 0) return null
  const items = lines.map((line) => <li key={line}>{line}</li>)
  return (
    <Section title={title} anchor={anchor}>
      {numbered && <ol className="guide__steps plain-list">{items}</ol>}
      {!numbered && (lines.length > 1 ? <ul className="guide__lines">{items}</ul> : <p>{lines[0]}</p>)}
    </Section>
  )
}

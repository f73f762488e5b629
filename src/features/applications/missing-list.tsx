import { useState } from 'react'
import { Checkbox } from '#src/ui/checkbox.tsx'
import { Section } from '#src/ui/section.tsx'
import './applications.css'

interface MissingListProps {
  papers: readonly string[]
  /** What a saved application remembers; without it the ticks last as long as the page. */
  ticked?: readonly string[] | undefined
  onTick?: ((ticked: string[]) => void) | undefined
}

/** What still has to be brought, to be ticked off while one gathers it. */
export function MissingList({ papers, ticked, onTick }: MissingListProps) {
  const [here, setHere] = useState<readonly string[]>([])
  const done = ticked ?? here
  const tick = (paper: string, on: boolean) => {
    const others = done.filter((one) => one !== paper)
    const next = on ? [...others, paper] : others
    setHere(next)
    onTick?.(next)
  }
  if (papers.length === 0) return null
  return (
    <Section title="Giấy tờ còn thiếu">
      <p className="application__note" role="status">
        Đã có {papers.filter((paper) => done.includes(paper)).length}/{papers.length}. Bấm vào từng mục khi đã
        có.
      </p>
      <ul className="stack plain-list">
        {papers.map((paper) => (
          <li key={paper}>
            <Checkbox label={paper} checked={done.includes(paper)} onChange={(on) => tick(paper, on)} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

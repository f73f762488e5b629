import type { ReactNode } from 'react'
import './fact-list.css'

interface FactListProps {
  facts: readonly { name: string; value: ReactNode }[]
  /** Name and value side by side, for short ones. */
  inRows?: boolean
}

/** Names and their values, one under the other: a table that fits any phone. */
export function FactList({ facts, inRows }: FactListProps) {
  return (
    <dl className={inRows ? 'fact-list fact-list--rows' : 'fact-list'}>
      {facts.map(({ name, value }) => (
        <div key={name} className="fact-list__fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

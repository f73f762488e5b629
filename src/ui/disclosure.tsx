import type { ReactNode } from 'react'
import './disclosure.css'

/** For what few people need: one tap away instead of in the way. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="disclosure">
      <summary className="disclosure__title">{title}</summary>
      <div className="disclosure__content">{children}</div>
    </details>
  )
}

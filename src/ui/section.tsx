import { useId, type ReactNode } from 'react'
import './section.css'

interface SectionProps {
  title: string
  /** Lets `JumpLinks` lead here. */
  anchor?: string | undefined
  action?: ReactNode
  children: ReactNode
}

export function Section({ title, anchor, action, children }: SectionProps) {
  const id = useId()
  return (
    <section id={anchor} className="section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id} tabIndex={anchor ? -1 : undefined}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

import type { ReactNode } from 'react'
import './empty-state.css'

interface EmptyStateProps {
  title: string
  text: ReactNode
  action?: ReactNode
}

/** Nothing here, and what one can do instead. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state__title">{title}</p>
      <p>{text}</p>
      {action}
    </div>
  )
}

import type { ReactNode } from 'react'
import './badge.css'
import type { NoticeTone } from './notice.tsx'

export function Badge({ tone = 'info', children }: { tone?: NoticeTone; children: ReactNode }) {
  return <span className={`badge badge--${tone}`}>{children}</span>
}

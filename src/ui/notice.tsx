import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './notice.css'

export type NoticeTone = 'info' | 'warning' | 'danger' | 'success'

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  warning: 'warning',
  danger: 'warning',
  success: 'check',
}

interface NoticeProps {
  tone: NoticeTone
  title?: string | undefined
  children?: ReactNode
  /** For what appears while one is on the page: read out at once. */
  role?: 'alert' | 'status' | undefined
}

export function Notice({ tone, title, children, role }: NoticeProps) {
  return (
    <div className={`notice notice--${tone}`} role={role}>
      <Icon name={icons[tone]} size="1.5rem" />
      <div className="notice__text">
        {title && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import './card.css'
import { Icon, type IconName } from './icon.tsx'

export function Card({ children }: { children: ReactNode }) {
  return <div className="card">{children}</div>
}

interface LinkCardProps {
  to: string
  title: string
  text?: ReactNode
  icon?: IconName | undefined
  badge?: ReactNode
  /** A picture above the words. */
  cover?: ReactNode
}

/** A whole card that leads somewhere; its name is its title alone. */
export function LinkCard({ to, title, text, icon, badge, cover }: LinkCardProps) {
  return (
    <div className={cover ? 'card link-card link-card--cover' : 'card link-card'}>
      {cover}
      {icon && (
        <span className="link-card__icon">
          <Icon name={icon} size="1.625rem" />
        </span>
      )}
      <div className="link-card__text">
        <Link to={to} className="link-card__link">
          {title}
        </Link>
        {text && <div className="link-card__more">{text}</div>}
        {badge}
      </div>
      {!cover && <Icon name="chevron" size="1.25rem" />}
    </div>
  )
}

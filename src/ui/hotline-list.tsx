import type { Hotline } from '#contract/unit.ts'
import { formatPhone } from '#src/lib/phone-number.ts'
import { CallLink } from './call-link.tsx'
import { Icon } from './icon.tsx'
import './hotline-list.css'

interface HotlineListProps {
  hotlines: readonly Hotline[]
  /** The first few only; the unit lists the most wanted first. */
  limit?: number
}

/** Numbers to ask; the emergency ones stand in a block of their own. A whole row calls. */
export function HotlineList({ hotlines, limit }: HotlineListProps) {
  const shown = hotlines.filter((hotline) => !hotline.emergency).slice(0, limit)
  return (
    <ul className="hotlines plain-list">
      {shown.map(({ id, label, purpose, phone }) => (
        <li key={id} className="hotlines__item">
          <div className="hotlines__words">
            <p className="hotlines__label">{label}</p>
            <p className="hotlines__purpose">{purpose}</p>
            <CallLink phone={phone} className="hotlines__call">
              <span className="visually-hidden">Gọi {label}: </span>
              {formatPhone(phone)}
            </CallLink>
          </div>
          <span className="hotlines__icon">
            <Icon name="phone" />
          </span>
        </li>
      ))}
    </ul>
  )
}

import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './timeline.css'

export interface TimelineItem {
  title: string
  date: string
  note?: ReactNode
  state: 'done' | 'current' | 'problem'
}

const icons: Record<TimelineItem['state'], IconName> = { done: 'check', current: 'clock', problem: 'warning' }
const words: Record<TimelineItem['state'], string> = {
  done: 'Đã xong',
  current: 'Hiện tại',
  problem: 'Cần chú ý',
}

/** What happened, in the order given; the state is also said in words, not by colour alone. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <ol className="timeline plain-list">
      {items.map((item, index) => (
        <li key={index} className={`timeline__item timeline__item--${item.state}`}>
          <span className="timeline__dot">
            <Icon name={icons[item.state]} size="1.125rem" />
          </span>
          <div>
            <p className="timeline__title">
              <span className="visually-hidden">{words[item.state]}: </span>
              {item.title}
            </p>
            <p className="timeline__date">{item.date}</p>
            {item.note && <div className="timeline__note">{item.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

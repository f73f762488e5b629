import { Link } from 'react-router-dom'
import type { Notice } from '#contract/unit.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { Icon } from '#src/ui/icon.tsx'
import './active-notices.css'

/** Pinned warnings. The phone's copy may be old, so their time is checked here too. */
export function ActiveNotices({ notices, now = new Date() }: { notices: readonly Notice[]; now?: Date }) {
  const active = notices.filter(({ from, until }) => new Date(from) <= now && now < new Date(until))
  return active.map((notice) => (
    <section key={notice.id} className="pinned" aria-labelledby={`notice-${notice.id}`}>
      <Icon name="warning" size="1.5rem" />
      <div>
        <h2 id={`notice-${notice.id}`} className="pinned__title">
          {notice.title}
        </h2>
        <p>{notice.text}</p>
        <p className="pinned__until">Đến {formatInstant(notice.until, now)}</p>
        {/* Only addresses inside the app: others may not open in Zalo. */}
        {notice.link?.startsWith('/') && (
          <Link to={notice.link} className="pinned__link">
            Xem chi tiết
          </Link>
        )}
      </div>
    </section>
  ))
}

import { useEffect } from 'react'
import { formatInstant } from '#src/lib/dates.ts'
import { paths } from '#src/lib/paths.ts'
import { Badge } from '#src/ui/badge.tsx'
import { LinkCard } from '#src/ui/card.tsx'
import { Section } from '#src/ui/section.tsx'
import { useCalendar } from './use-calendar.ts'
import { promiseLine } from './promise-words.ts'
import { refreshAllSaved } from './refresh-saved.ts'
import { type Saved, useOpenSaved, useSaved } from './saved.store.ts'
import { statusWords } from './status-words.ts'

/** Applications that this phone keeps, one tap away; nothing when there are none. */
export function SavedList() {
  const opened = useOpenSaved()
  const entries = useSaved((state) => state.entries)
  useEffect(() => {
    if (opened) void refreshAllSaved()
  }, [opened])
  if (entries.length === 0) return null
  return (
    <Section title="Hồ sơ đã lưu trên máy này">
      <ul className="stack plain-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <SavedCard entry={entry} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function SavedCard({ entry }: { entry: Saved }) {
  const { id, application, refreshedAt, seenSteps, gone } = entry
  const calendar = useCalendar()
  const promise = promiseLine(application, calendar)
  return (
    <LinkCard
      to={paths.savedApplication(id)}
      icon="file"
      title={`${statusWords[application.status].label}: ${application.procedure}`}
      text={
        <>
          {promise && <p>{promise}</p>}
          <p>Cập nhật lúc {formatInstant(refreshedAt)}.</p>
        </>
      }
      badge={
        gone ? (
          <Badge tone="warning">Cần tra lại</Badge>
        ) : (
          application.steps.length > seenSteps && <Badge tone="success">Có thay đổi mới</Badge>
        )
      }
    />
  )
}

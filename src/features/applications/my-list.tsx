import type { OpenedApplication } from '#contract/applications.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { Card } from '#src/ui/card.tsx'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import './applications.css'
import { promiseLine } from './promise-words.ts'
import { statusWords } from './status-words.ts'
import { useCalendar } from './use-calendar.ts'

interface MyListProps {
  applications: readonly OpenedApplication[]
  onChoose: (index: number) => void
}

export function MyList({ applications, onChoose }: MyListProps) {
  const calendar = useCalendar()
  if (applications.length === 0) {
    return (
      <EmptyState
        title="Chưa có hồ sơ nào với số này"
        text="Có thể bạn đã khai số khác, hoặc hồ sơ chưa được nhập. Bạn tra bằng mã trên giấy hẹn."
        action={<ButtonLink to={paths.applications()}>Tra bằng mã hồ sơ</ButtonLink>}
      />
    )
  }
  return (
    <ul className="stack plain-list">
      {applications.map((application, index) => (
        <li key={application.mark}>
          <Card>
            <div className="application">
              {application.demo && <DemoMark />}
              <h2 className="application__title">{statusWords[application.status].label}</h2>
              <p>{application.procedure}</p>
              <p>{promiseLine(application, calendar)}</p>
              <Button kind="secondary" fullWidth onClick={() => onChoose(index)}>
                Xem hồ sơ <span className="visually-hidden">{application.procedure}</span>
              </Button>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}

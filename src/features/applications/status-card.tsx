import { useEffect, useRef } from 'react'
import type { Application } from '#contract/applications.ts'
import { Card } from '#src/ui/card.tsx'
import { DemoMark } from '#src/ui/demo-mark.tsx'
import { ApplicationDates } from './application-dates.tsx'
import './applications.css'
import { statusWords } from './status-words.ts'

interface StatusCardProps {
  application: Application
  /** `còn 3 ngày`; empty when nothing is counted. */
  count: string
}

export function StatusCard({ application, count }: StatusCardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), [])
  const { label, meaning, tone } = statusWords[application.status]
  return (
    <Card>
      <div className="application">
        {application.demo && <DemoMark />}
        <p className="application__of">
          {application.procedure}, mã hồ sơ kết thúc bằng {endOf(application.maskedCode)}
        </p>
        <h2 ref={heading} tabIndex={-1} className={`application__status application__status--${tone}`}>
          {label}
        </h2>
        <p>{meaning}</p>
        <ApplicationDates application={application} count={count} />
      </div>
    </Card>
  )
}

/** What the mask leaves, without the signs between groups: `********-002` → `002`. */
function endOf(maskedCode: string): string {
  return maskedCode.replace(/^\W+/, '')
}

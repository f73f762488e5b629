import { formatDayWithWeekday } from '#contract/day.ts'
import type { Unit } from '#contract/unit.ts'

export function PrivacyText({ privacy }: { privacy: Unit['privacy'] }) {
  return (
    <div className="stack">
      {privacy.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <p>Kiểm tra nội dung: {formatDayWithWeekday(privacy.checkedOn)}.</p>
    </div>
  )
}

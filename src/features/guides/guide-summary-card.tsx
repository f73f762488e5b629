import type { Guide } from '#contract/guides.ts'
import { Icon } from '#src/ui/icon.tsx'
import { asOfToday, feeInBrief } from './fee-words.ts'
import './guide-summary-card.css'

/** The two numbers most people came for, before any scrolling. */
export function GuideSummaryCard({ guide: { time, fees } }: { guide: Guide }) {
  const fee = feeInBrief(fees.map((fee) => asOfToday(fee)))
  const days = time?.workingDays
  if (!fee && !time) return null
  return (
    <dl className="guide-brief">
      {fee && (
        <div>
          <dt>
            <Icon name="money" /> Lệ phí hôm nay
          </dt>
          <dd>{fee}</dd>
        </div>
      )}
      {time && (
        <div>
          <dt>
            <Icon name="clock" /> Thời hạn
          </dt>
          <dd>{days ? `Tối đa ${days} ngày làm việc` : time.text}</dd>
        </div>
      )}
    </dl>
  )
}

import type { Fee } from '#contract/fees.ts'
import { Card } from '#src/ui/card.tsx'
import { Section } from '#src/ui/section.tsx'
import { amountText, asOfToday, nextFeeText, reductionsOf } from './fee-words.ts'
import './guide-fees.css'

export function GuideFees({ fees, note }: { fees: readonly Fee[]; note: string | null }) {
  if (fees.length === 0 && !note) return null
  return (
    <Section title="Lệ phí hôm nay" anchor="le-phi">
      {note && <p>{note}</p>}
      {fees
        .map((fee) => asOfToday(fee))
        .map((fee) => (
          <Card key={fee.label}>
            <FeeFacts fee={fee} />
          </Card>
        ))}
    </Section>
  )
}

function FeeFacts({ fee }: { fee: Fee }) {
  const next = nextFeeText(fee)
  return (
    <div className="fee">
      <h3>{fee.label}</h3>
      <p className="fee__amount">{amountText(fee.amount)}</p>
      <p>{fee.why}.</p>
      {next && <p className="fee__next">{next}</p>}
      {reductionsOf(fee).map(({ title, conditions }) => (
        <div key={title}>
          <p className="fee__reduced">{title}, nếu bạn là:</p>
          <ul>
            {conditions.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </div>
      ))}
      {fee.source && <p className="guide__note">Căn cứ: {fee.source}.</p>}
    </div>
  )
}

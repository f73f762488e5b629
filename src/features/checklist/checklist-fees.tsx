import { dayOf } from '#contract/day.ts'
import type { Fee } from '#contract/fees.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { Section } from '#src/ui/section.tsx'
import type { Checklist } from './checklist.ts'
import { amountWords, myFee, nextWords } from './my-fee.ts'

/** How much now, how much later, and who pays less. */
export function ChecklistFees({ checklist: { fees, feeNote, meets } }: { checklist: Checklist }) {
  if (fees.length === 0 && !feeNote) return null
  return (
    <Section title="Lệ phí">
      {fees.map((fee) => (
        <FeeFacts key={fee.id} fee={fee} meets={meets} />
      ))}
      {feeNote && <p>{feeNote}</p>}
    </Section>
  )
}

function FeeFacts({ fee, meets }: { fee: Fee; meets: readonly string[] }) {
  const mine = myFee(fee, meets, dayOf(new Date()))
  const next = nextWords(mine)
  const others = fee.reduced.filter(({ amount }) => mine.amount === null || amount < mine.amount)
  return (
    <div className="checklist__fee">
      <h3>{fee.label}</h3>
      <p className="checklist__amount">{amountWords(mine.amount)}</p>
      {mine.why && <p>{mine.why}.</p>}
      {next && <p className="checklist__next">{next}</p>}
      {others.length > 0 && (
        <div className="screen-only">
          <Disclosure title="Ai được giảm hoặc miễn?">
            <ul className="checklist__lines">
              {others.map(({ amount, condition }) => (
                <li key={condition}>
                  {condition} <strong>({amountWords(amount).toLowerCase()})</strong>
                </li>
              ))}
            </ul>
          </Disclosure>
        </div>
      )}
    </div>
  )
}

import type { TipContent } from '#contract/tip-content.ts'
import { useUnit } from '#src/lib/unit.ts'
import { FactList } from '#src/ui/fact-list.tsx'
import { contentFacts } from './content-facts.ts'
import { useTipFormOffer } from './tip-form.resource.ts'
import './tips.css'

/** The tip to be read again; `more` stands below it. */
export function TipWords({
  tip,
  more = [],
}: {
  tip: TipContent
  more?: readonly { name: string; value: string }[]
}) {
  const unit = useUnit().remote
  const offer = useTipFormOffer().remote
  const names = {
    categories: unit.kind === 'ready' ? unit.data.tipCategories : [],
    areas: offer.kind === 'ready' ? offer.data.areas : [],
  }
  const facts = [...contentFacts(tip, names), ...more]
  return (
    <FactList
      facts={facts.map(({ name, value }) => ({ name, value: <span className="tip-words">{value}</span> }))}
    />
  )
}

import { dayOf } from '#contract/day.ts'
import type { Guide } from '#contract/guides.ts'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { Section } from '#src/ui/section.tsx'

/** Counted here: a copy from December must not tell January the years of December. */
export function RenewalYears({ years }: { years: Guide['renewalBirthYears'] }) {
  if (years.length === 0) return null
  const thisYear = Number(dayOf(new Date()).slice(0, 4))
  return (
    <Section title="Năm nay ai đến tuổi làm hoặc đổi thẻ?">
      <Card>
        <FactList
          inRows
          facts={years.map(({ age }) => ({ name: `Đủ ${age} tuổi`, value: `Sinh năm ${thisYear - age}` }))}
        />
      </Card>
    </Section>
  )
}

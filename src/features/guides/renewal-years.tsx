import type { Guide } from '#contract/guides.ts'
import { Card } from '#src/ui/card.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { Section } from '#src/ui/section.tsx'

export function RenewalYears({ years }: { years: Guide['renewalBirthYears'] }) {
  if (years.length === 0) return null
  return (
    <Section title="Năm nay ai đến tuổi làm hoặc đổi thẻ?">
      <Card>
        <FactList
          inRows
          facts={years.map(({ age, year }) => ({ name: `Đủ ${age} tuổi`, value: `Sinh năm ${year}` }))}
        />
      </Card>
    </Section>
  )
}

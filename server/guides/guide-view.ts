import { feeOn } from '#contract/fees.ts'
import type { Guide, GuideSummary } from '#contract/guides.ts'
import type { Content, GuideRecord } from '../content/content.ts'

/** Ages at which a card must be changed (Luật Căn cước Điều 21) and the age of the first card. */
const renewalAges = [14, 25, 40, 60]

export function summaryOf(guide: GuideRecord): GuideSummary {
  const { id, slug, group, title, summary, keywords, abolished } = guide
  return { id, slug, group, title, summary, keywords, abolished: abolished !== null }
}

/** A guide as it reads on a day: fees, review banner and birth years follow the calendar, not a release. */
export function guideOn(content: Content, record: GuideRecord, day: string): Guide {
  const { feeIds, ...text } = record
  const year = Number(day.slice(0, 4))
  return {
    ...text,
    fees: feeIds.flatMap((id) =>
      content.fees.filter((table) => table.id === id).map((table) => feeOn(table, day)),
    ),
    underReview: day > record.recheckBy || (record.validUntil !== null && day > record.validUntil),
    cardValidity: content.cardValidity,
    renewalBirthYears: renewalAges.map((age) => ({ age, year: year - age })),
  }
}

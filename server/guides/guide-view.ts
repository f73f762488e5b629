import { feeOn } from '#contract/fees.ts'
import type { Form } from '#contract/forms.ts'
import type { Guide, GuideSummary } from '#contract/guides.ts'
import type { Content, FormRecord, GuideRecord } from '../content/content.ts'
import { isDue } from '../content/review.ts'

/** Ages at which a card must be changed (Luật Căn cước Điều 21) and the age of the first card. */
const renewalAges = [14, 25, 40, 60]

export function summaryOf(guide: GuideRecord): GuideSummary {
  const { id, slug, group, title, summary, keywords, abolished } = guide
  return { id, slug, group, title, summary, keywords, abolished: abolished !== null }
}

export function formOn(form: FormRecord, day: string): Form {
  return { ...form, underReview: isDue(form, day) }
}

/** A guide as it reads on a day: fees, review banner and birth years follow the calendar, not a release. */
export function guideOn(content: Content, record: GuideRecord, day: string): Guide {
  const { feeIds, formIds, relatedSlugs, hotlineIds, ...text } = record
  const isCard = record.group === 'can-cuoc'
  return {
    ...text,
    fees: pick(content.fees, feeIds, 'id').map((table) => feeOn(table, day)),
    forms: pick(content.forms, formIds, 'id').map(({ id, name, title }) => ({ id, name, title })),
    related: pick(content.guides, relatedSlugs, 'slug').map(({ slug, title }) => ({ slug, title })),
    hotlines: pick(content.unit.hotlines, hotlineIds, 'id'),
    underReview: isDue(record, day),
    cardValidity: isCard ? content.cardValidity : [],
    renewalBirthYears: isCard ? renewalYears(Number(day.slice(0, 4))) : [],
  }
}

function renewalYears(year: number): Guide['renewalBirthYears'] {
  return renewalAges.map((age) => ({ age, year: year - age }))
}

/** The records with these names, in the order in which the editor named them. */
function pick<K extends string, T extends Record<K, string>>(
  records: readonly T[],
  names: readonly string[],
  key: K,
): T[] {
  return names.flatMap((name) => records.filter((record) => record[key] === name))
}

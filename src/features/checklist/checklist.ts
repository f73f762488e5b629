import * as v from 'valibot'
import { Fee } from '#contract/fees.ts'
import { optionsOf, type Gathered, type Outcome } from '#contract/finder-engine.ts'
import { GuideGroup, GuideText, type Guide } from '#contract/guides.ts'
import { Line, Slug } from '#contract/text.ts'
import { Station, type Unit } from '#contract/unit.ts'

const Lines = v.array(Line)

/**
 * What one person needs for one procedure. Whole in itself, so that a kept one opens without network; only the
 * calendar of working days comes from elsewhere.
 */
export const Checklist = v.object({
  slug: Slug,
  /** Options of the finder that led here, in their order; none for a guide's general list. */
  options: v.array(Slug),
  answers: v.array(v.object({ question: Line, answer: Line })),
  group: GuideGroup,
  title: Line,
  way: v.nullable(v.picklist(['online', 'desk'])),
  doFirst: v.nullable(v.object({ slug: Slug, title: Line })),
  documents: GuideText.documents,
  online: v.nullable(Line),
  places: Lines,
  handledBy: v.nullable(Line),
  station: v.nullable(v.pick(Station, ['id', 'name', 'address', 'hours'])),
  time: v.nullable(Line),
  workingDays: v.nullable(v.number()),
  fees: v.array(Fee),
  feeNote: v.nullable(Line),
  /** Conditions of reduced fees that this person meets. */
  meets: Lines,
  notes: Lines,
  checkedOn: v.string(),
  recheckBy: v.string(),
  /** Absent in lists that an older app kept. */
  validUntil: v.optional(v.nullable(v.string())),
})
export type Checklist = v.InferOutput<typeof Checklist>

const none: Gathered = { documents: [], notes: [], sure: [], leaveOut: [], meets: [] }

/** The list of a guide; with an outcome of the finder, that of the person who answered. */
export function checklistOf(
  guide: Guide,
  unit: Unit | undefined,
  outcome?: Outcome,
  /** The station that this phone remembers. */
  ownStation?: string,
): Checklist {
  const adds = outcome?.adds ?? none
  const kept = (text: string) => !adds.leaveOut.includes(text)
  const { slug, group, title, online, handledBy, checkedOn, recheckBy, validUntil } = guide
  const way = outcome?.outcome.way ?? (guide.onlineOnly ? 'online' : null)
  return {
    ...{ slug, group, title, way, handledBy, checkedOn, recheckBy, validUntil },
    options: outcome ? optionsOf(outcome.answered) : [],
    answers: (outcome?.answered ?? []).map(({ question, option }) => ({
      question: question.text,
      answer: option.label,
    })),
    doFirst: adds.doFirst ? { slug: adds.doFirst, title: titleOf(guide, adds.doFirst) } : null,
    documents: documentsOf(guide, adds),
    // Somebody who goes to the counter has chosen against it, for the others it is the way or one of the ways.
    online: way === 'desk' ? null : online,
    places: guide.places.filter(kept),
    station: handledBy === null && way !== 'online' ? stationOf(unit, group, ownStation) : null,
    ...timeOf(guide, outcome),
    ...feesOf(guide, outcome),
    meets: adds.meets,
    notes: [...new Set([...adds.notes, ...guide.notes.filter(kept)])],
  }
}

function titleOf({ related }: Guide, slug: string): string {
  return related.find((one) => one.slug === slug)?.title ?? 'Thủ tục cần làm trước'
}

/** What must be brought comes first, what only may be asked for after it. */
function documentsOf(guide: Guide, { documents, sure, leaveOut }: Gathered): Checklist['documents'] {
  const own = guide.documents
    .filter(({ text }) => !leaveOut.includes(text))
    .map((document) => (sure.includes(document.text) ? { text: document.text } : document))
  const all = [...own, ...documents]
  return [...all.filter(({ when }) => !when), ...all.filter(({ when }) => when)]
}

function stationOf(
  unit: Unit | undefined,
  group: Guide['group'],
  own: string | undefined,
): Checklist['station'] {
  const stations = unit?.stations ?? []
  const ownFirst = [...stations.filter(({ id }) => id === own), ...stations]
  for (const { id, name, address, hours } of ownFirst) {
    const counters = hours.filter(({ groups }) => groups?.includes(group))
    if (counters.length > 0) return { id, name, address, hours: counters }
  }
  return null
}

function timeOf({ time }: Guide, outcome: Outcome | undefined): Pick<Checklist, 'time' | 'workingDays'> {
  const own = outcome?.outcome.workingDays
  if (own !== undefined) return { time: `Tối đa ${own} ngày làm việc.`, workingDays: own }
  return { time: time?.text ?? null, workingDays: time?.workingDays ?? null }
}

function feesOf({ fees, feeNote }: Guide, outcome: Outcome | undefined): Pick<Checklist, 'fees' | 'feeNote'> {
  if (!outcome) return { fees, feeNote }
  const mine = fees.filter(({ id }) => id === outcome.outcome.fee)
  // The remark speaks of the cases that have no table.
  return { fees: mine, feeNote: mine.length > 0 ? null : feeNote }
}

/** Two lists of the same procedure and the same answers are one list. */
export function sameChecklist(
  one: Pick<Checklist, 'slug' | 'options'>,
  other: Pick<Checklist, 'slug' | 'options'>,
): boolean {
  return one.slug === other.slug && one.options.join('.') === other.options.join('.')
}

export const nothingToBring = (way: Checklist['way']) =>
  `Không có giấy tờ nào phải ${way === 'online' ? 'chuẩn bị' : 'mang theo'}.`

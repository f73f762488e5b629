import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Fee } from './fees.ts'
import { FormList, FormRef } from './forms.ts'
import { Day, Line, Slug } from './text.ts'
import { Hotline } from './unit.ts'

const Lines = v.array(Line)

/** A paper or thing to bring; `when` says in which case, absent means always. */
const GuideDocument = v.object({ text: Line, when: v.optional(Line) })

const SourceRef = v.object({ title: Line, address: v.optional(Line) })

/** The longest time the law gives. `workingDays` is null when it is not a plain number of working days. */
const GuideTime = v.object({
  text: Line,
  workingDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
})

/** In the order in which lists show them: the card, VNeID, residence, and what others than the ward decide. */
export const GuideGroup = v.picklist(['can-cuoc', 'dinh-danh', 'cu-tru', 'lien-quan'])
export type GuideGroup = v.InferOutput<typeof GuideGroup>

/** What a guide's page says, as it stands in `content/guides/*.yaml` (there without the computed fields). */
export const GuideText = {
  id: v.pipe(v.string(), v.regex(/^[A-Z]{2}-\d{2}$/)),
  slug: Slug,
  group: GuideGroup,
  /** Number of the procedure on the national portal, where it is known for sure. */
  code: v.nullable(Line),
  /** Who decides when the ward does not: it then only guides. */
  handledBy: v.nullable(Line),
  /** Nobody goes anywhere for it, so no station and no opening hours are shown. */
  onlineOnly: v.optional(v.boolean(), false),
  title: Line,
  summary: Line,
  /** Words people use for it, also without their proper name. */
  keywords: Lines,
  forWhom: Lines,
  when: Lines,
  documents: v.array(GuideDocument),
  steps: Lines,
  online: v.nullable(Line),
  places: Lines,
  /** Null while nobody has confirmed it: screens then say whom to ask. */
  time: v.nullable(GuideTime),
  notes: Lines,
  /** Empty only where the page makes no claim about the law and just says whom to ask. */
  legalBasis: Lines,
  sources: v.pipe(v.array(SourceRef), v.minLength(1)),
  validFrom: Day,
  validUntil: v.nullable(Day),
  checkedOn: Day,
  recheckBy: Day,
  /** Set for a procedure that no longer exists: since when, and what to do instead. */
  abolished: v.nullable(v.object({ on: Day, instead: Line, insteadSlug: v.nullable(Slug) })),
}

/** One row of "is my old card still good". */
export const CardValidity = v.object({ card: Line, answer: Line, good: v.boolean(), source: Line })
export type CardValidity = v.InferOutput<typeof CardValidity>

export const Guide = v.object({
  ...GuideText,
  fees: v.array(Fee),
  /** Said when there is no fee table: for example that the law has set none. */
  feeNote: v.nullable(Line),
  forms: v.array(FormRef),
  related: v.array(v.object({ slug: Slug, title: Line })),
  /** Numbers that answer questions about this procedure. */
  hotlines: v.array(Hotline),
  /** Past its re-check date or validity: the page says that the text is under review. */
  underReview: v.boolean(),
  cardValidity: v.array(CardValidity),
  /** Birth years whose cards must be changed this year, youngest first (14, 25, 40, 60). */
  renewalBirthYears: v.array(v.object({ age: v.number(), year: v.number() })),
})
export type Guide = v.InferOutput<typeof Guide>

export const GuideSummary = v.object({
  id: GuideText.id,
  slug: Slug,
  group: GuideText.group,
  title: Line,
  summary: Line,
  keywords: Lines,
  abolished: v.boolean(),
})
export type GuideSummary = v.InferOutput<typeof GuideSummary>

export const GuideList = v.object({ guides: v.array(GuideSummary) })
export type GuideList = v.InferOutput<typeof GuideList>

export const guides = {
  list: endpoint({
    method: 'GET',
    path: '/guides',
    summary: 'All procedure guides, shortest form',
    response: GuideList,
    errors: [],
  }),
  get: endpoint({
    method: 'GET',
    path: '/guides/:slug',
    summary: 'One guide with its fees on a day (default: today in Asia/Ho_Chi_Minh)',
    params: v.object({ slug: Slug }),
    query: v.object({ on: v.optional(Day) }),
    response: Guide,
    errors: ['invalid', 'not-found'],
  }),
  forms: endpoint({
    method: 'GET',
    path: '/forms',
    summary: 'The forms people meet in these procedures',
    response: FormList,
    errors: [],
  }),
}

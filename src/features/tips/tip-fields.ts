import * as v from 'valibot'
import type { TipSource } from '#contract/tip-content.ts'
import type { TipDraft } from '#contract/tips.ts'

const words = v.optional(v.string(), '')
const tick = v.optional(v.boolean(), false)
const list = v.optional(v.array(v.string()), [])

/**
 * The form as it stands, also half filled. The declaration is not kept: it is made at each sending. Every field has a
 * value of its own, so that a draft written by an older version of the app still opens.
 */
export const TipFields = v.object({
  happening: v.optional(v.picklist(['', 'yes', 'no']), ''),
  category: words,
  text: words,
  accounts: list,
  links: list,
  phones: list,
  area: words,
  quarter: words,
  place: words,
  point: v.optional(v.nullable(v.object({ lat: v.number(), lon: v.number() })), null),
  placeUnknown: tick,
  time: words,
  timeUnknown: tick,
  people: words,
  victims: words,
  source: v.optional(v.picklist(['', 'seen', 'heard', 'online', 'victim']), ''),
  witnesses: words,
  station: words,
  wanted: words,
  aboutOfficer: tick,
  named: tick,
  name: words,
  phone: words,
})
export type TipFields = v.InferOutput<typeof TipFields>

/** Anonymous until the person says otherwise: nobody gives a name away by not looking. */
export const emptyFields: TipFields = v.parse(TipFields, {})

export type TraceKind = 'accounts' | 'links' | 'phones'
export const traceKinds: readonly TraceKind[] = ['accounts', 'links', 'phones']

/** What a link has brought along is nothing that somebody wrote. */
export function isEmpty(fields: TipFields): boolean {
  const written = { ...fields, station: '', wanted: '' }
  return JSON.stringify({ ...emptyFields, ...written }) === JSON.stringify(emptyFields)
}

/** What is sent. Fields that the chosen answers have hidden stay behind. */
export function draftOf(fields: TipFields, clientKey: string): TipDraft {
  const { happening, category, text, named, name, phone, aboutOfficer } = fields
  return {
    clientKey,
    category,
    text,
    ...(happening && { happeningNow: happening === 'yes' }),
    ...where(fields),
    ...filled({ time: fields.timeUnknown ? '' : fields.time }),
    ...forgotten(fields),
    ...filled({ people: fields.people, victims: fields.victims, witnesses: fields.witnesses }),
    ...(fields.source && { source: fields.source satisfies TipSource }),
    ...traces(fields),
    ...filled({ station: fields.station, wanted: fields.wanted }),
    ...(aboutOfficer && { aboutOfficer }),
    ...(named && { contact: { name, phone } }),
    declaredTrue: true,
  }
}

function where({ placeUnknown, place, area, quarter, point }: TipFields) {
  if (placeUnknown) return {}
  return { ...filled({ place, area, quarter }), ...(point && { point }) }
}

function forgotten({ placeUnknown, timeUnknown }: TipFields): Pick<TipDraft, 'forgotten'> {
  const both = [placeUnknown && 'place', timeUnknown && 'time'] as const
  const which = both.filter((each) => each !== false)
  return which.length > 0 ? { forgotten: which } : {}
}

function traces(fields: TipFields): Partial<Record<TraceKind, string[]>> {
  const kept = traceKinds.map(
    (kind) => [kind, fields[kind].map((each) => each.trim()).filter(Boolean)] as const,
  )
  return Object.fromEntries(kept.filter(([, values]) => values.length > 0))
}

function filled<K extends string>(values: Record<K, string>): Partial<Record<K, string>> {
  const kept = Object.entries<string>(values).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== '')) as Partial<Record<K, string>>
}

import * as v from 'valibot'
import { WorkCalendar } from './calendar.ts'
import { endpoint } from './endpoint.ts'
import { Day, Instant, Slug, TimeOfDay } from './text.ts'

const Line = v.pipe(v.string(), v.minLength(1))

export const Hotline = v.object({
  id: Slug,
  /** Digits as dialled. */
  phone: v.pipe(v.string(), v.regex(/^\d{3,11}$/)),
  label: Line,
  purpose: Line,
  emergency: v.boolean(),
})
export type Hotline = v.InferOutput<typeof Hotline>

const Weekdays = v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)))

/** A span of opening on weekdays 1 (Monday) … 7 (Sunday), local time; `23:59` as its end means the end of the day. */
const OpeningSpan = v.object({
  days: Weekdays,
  from: TimeOfDay,
  to: TimeOfDay,
  /** Also on public holidays; without it a counter is closed then. */
  onHolidays: v.optional(v.boolean()),
})
export type OpeningSpan = v.InferOutput<typeof OpeningSpan>

/** Hours of one counter; `spans` is null while the unit has not supplied exact times. */
export const CounterHours = v.object({
  service: Line,
  text: Line,
  spans: v.nullable(v.array(OpeningSpan)),
  /** The weekdays on which it opens, where only they are known. */
  days: v.optional(Weekdays),
  /** Groups of guides whose files this counter takes. */
  groups: v.optional(v.array(Slug)),
})
export type CounterHours = v.InferOutput<typeof CounterHours>
/** As far as anybody knows them. */
export type KnownHours = Pick<CounterHours, 'spans' | 'days'>

export const Station = v.object({
  id: Slug,
  name: Line,
  /** Null until the unit confirms it: an address is never guessed. */
  address: v.nullable(Line),
  /** How to get there, in words. */
  directions: v.nullable(Line),
  /** What to look for in a map app: the place's name there, or "latitude, longitude". */
  map: v.nullable(Line),
  phone: v.nullable(Line),
  hours: v.array(CounterHours),
  serves: v.array(Line),
  note: v.nullable(Line),
  /** The first day without it, and who takes over. Ids stand on printed sheets, so closed stations keep their record. */
  closes: v.nullable(v.object({ on: Day, successor: v.nullable(Slug), note: v.nullable(Line) })),
})
export type Station = v.InferOutput<typeof Station>

export const Category = v.object({ id: Slug, label: Line })
export type Category = v.InferOutput<typeof Category>

/**
 * A tip category; `callFirst` lists the numbers to call before writing, `callWhen` says when if not while it is
 * happening, `asksTraces` asks for accounts, links and phone numbers in fields of their own.
 */
export const TipCategory = v.object({
  ...Category.entries,
  hint: v.nullable(Line),
  callFirst: v.array(Line),
  callWhen: v.optional(Line),
  asksTraces: v.optional(v.boolean()),
})
export type TipCategory = v.InferOutput<typeof TipCategory>

/** A pinned warning; shown while `from` ≤ now < `until`. */
export const Notice = v.object({
  id: Slug,
  title: Line,
  text: Line,
  from: Instant,
  until: Instant,
  link: v.nullable(Line),
})
export type Notice = v.InferOutput<typeof Notice>

export const Unit = v.object({
  name: Line,
  shortName: Line,
  parent: Line,
  area: Line,
  history: v.nullable(Line),
  /** The duty desk; null until the unit supplies it, screens then show 113. */
  dutyPhone: v.nullable(Line),
  officialAccountId: v.nullable(Line),
  hotlines: v.array(Hotline),
  stations: v.array(Station),
  tipCategories: v.array(TipCategory),
  newsCategories: v.array(Category),
  notices: v.array(Notice),
  /** Days off and days worked: opening hours and promised days follow it. */
  calendar: WorkCalendar,
  /** What police never ask for, shown wherever people might be cheated. */
  impersonationWarning: Line,
  privacy: v.object({ checkedOn: Day, paragraphs: v.array(Line) }),
  /** The server runs with invented people and events. */
  demo: v.boolean(),
})
export type Unit = v.InferOutput<typeof Unit>

export const unit = {
  get: endpoint({
    method: 'GET',
    path: '/unit',
    summary: 'Identity, hotlines, stations, categories and active notices',
    response: Unit,
    errors: [],
  }),
}

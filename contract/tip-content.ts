import * as v from 'valibot'
import { Point } from './point.ts'
import { Slug, text } from './text.ts'

export const tipTextLimits = { min: 20, max: 3000 } as const
/** How many accounts, links or phone numbers one tip can name. */
export const mostTraces = 10

const traces = (longest: number) => v.optional(v.pipe(v.array(text(1, longest)), v.maxLength(mostTraces)))

/** How the sender came to know. */
export const TipSource = v.picklist(['seen', 'heard', 'online', 'victim'])
export type TipSource = v.InferOutput<typeof TipSource>

/** The story of a tip. What is absent was not said; `forgotten` says that the sender does not remember. */
export const tipContent = {
  category: Slug,
  text: text(tipTextLimits.min, tipTextLimits.max),
  happeningNow: v.optional(v.boolean()),
  /** In words: a street, a landmark, a page on the web. */
  place: v.optional(text(1, 300)),
  /** An id among the areas of `GET /tips/form`. */
  area: v.optional(Slug),
  /** Khu phố or ấp, as people call it. */
  quarter: v.optional(text(1, 80)),
  point: v.optional(Point),
  time: v.optional(text(1, 200)),
  forgotten: v.optional(v.pipe(v.array(v.picklist(['place', 'time'])), v.maxLength(2))),
  /** Who did it: name, age, plate, clothes. */
  people: v.optional(text(1, 1000)),
  victims: v.optional(text(1, 500)),
  source: v.optional(TipSource),
  /** Whoever else saw it, or can confirm it. */
  witnesses: v.optional(text(1, 500)),
  /** What a fraud leaves behind, each in a field of its own: accounts with their bank, links, phone numbers. */
  accounts: traces(120),
  links: traces(500),
  phones: traces(40),
  /** The station whose QR code led here, closed ones included. One that never was is left out: no tip is refused for it. */
  station: v.optional(Slug),
  /** The wanted notice it is about, also one that was taken down meanwhile. */
  wanted: v.optional(Slug),
  /** About an officer or the unit itself: goes to the superior channel, and the unit's inbox never shows it. */
  aboutOfficer: v.optional(v.boolean()),
}

export const TipContent = v.object(tipContent)
export type TipContent = v.InferOutput<typeof TipContent>

import * as v from 'valibot'
import { Day } from './text.ts'

const Line = v.pipe(v.string(), v.minLength(1))
/** Both ends included. */
const period = { from: Day, to: Day }

/** The public holidays of one year as they were decided, and what of it nobody has decided yet. */
export const WorkYear = v.object({
  year: v.pipe(v.number(), v.integer()),
  /** Days on which counters are closed; weekends in between may be named or left out. */
  off: v.array(v.object({ ...period, name: Line })),
  /** Saturdays worked in exchange for a day off. */
  workingSaturdays: v.array(Day),
  /** Days of which it is not yet known whether they are worked: a count that touches one has no answer. */
  undecided: v.array(v.object({ ...period, why: Line })),
  source: Line,
  checkedOn: Day,
})
export type WorkYear = v.InferOutput<typeof WorkYear>

/** A year that is not listed has not been announced. */
export const WorkCalendar = v.object({ years: v.array(WorkYear) })
export type WorkCalendar = v.InferOutput<typeof WorkCalendar>

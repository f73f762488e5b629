import * as v from 'valibot'
import { Day, Instant } from './text.ts'

/** "Why is it late?": asked by the citizen, answered by an officer's step. */
export const LateQuestion = v.object({
  askedAt: Instant,
  /** By when an answer is due; null while the days off until then are not announced. */
  dueOn: v.nullable(Day),
})
export type LateQuestion = v.InferOutput<typeof LateQuestion>

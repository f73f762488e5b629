import * as v from 'valibot'
import { DeskApplication } from './desk-application-views.ts'
import { Instant } from './text.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A code closed by wrong tries. */
export const Lockout = v.object({ application: DeskApplication, closedUntil: Instant })
export type Lockout = v.InferOutput<typeof Lockout>

/** Who is blocked by wrong tries: how many and until when at the latest, never who. */
export const BlockedCount = v.object({
  /** `code`: also codes that do not exist. `user`: signed in with Zalo. `address`: everybody else. */
  kind: v.picklist(['code', 'user', 'address']),
  count: Count,
  until: Instant,
})
export type BlockedCount = v.InferOutput<typeof BlockedCount>

/** Wrong factors of everybody together: when one kind is full, it opens nothing until time has paid one off. */
export const LookupDebt = v.object({
  /** The last 4 digits of a phone, the 6-digit PIN, the whole number. */
  kind: v.picklist(['short', 'pin', 'phone']),
  wrong: Count,
  most: Count,
  fullUntil: v.nullable(Instant),
})
export type LookupDebt = v.InferOutput<typeof LookupDebt>

import { type ApplicationStatus, settled } from '#contract/application-status.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import type { SheetRecord } from './records.ts'

export interface NewPromise {
  on: string
  /** When it was made, as far as the sheet lets us know. */
  at: Date
}

/**
 * The states that a file passed through. The sheet's words go with the state that it names, its reason and a new date
 * with the last one in which a date still counts; of those in between nothing more is known.
 */
export function stepsAlong(
  { note, reason }: Pick<SheetRecord, 'note' | 'reason'>,
  way: readonly ApplicationStatus[],
  at: Date,
  promise?: NewPromise,
): ApplicationStep[] {
  // What is settled stays settled: the open states come first.
  const open = way.filter((status) => !settled.includes(status)).length - 1
  return way.map((status, index) => ({
    status,
    at: (promise && index <= open ? promise.at : at).toISOString(),
    note: index === way.length - 1 ? note : null,
    promisedOn: (index === open && promise?.on) || null,
    reason: index === open ? reason : null,
  }))
}

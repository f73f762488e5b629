import * as v from 'valibot'

/** The states a step may put an application into. "Overdue" is not one: it is computed from the promised date. */
export const ApplicationStatus = v.picklist([
  'received',
  'need_more',
  'in_progress',
  'forwarded',
  'printed',
  'ready',
  'mailed',
  'delivered',
  'rejected',
])
export type ApplicationStatus = v.InferOutput<typeof ApplicationStatus>

/** Which states each state may be entered from; `received` opens the file. */
export const enteredFrom: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  received: [],
  need_more: ['received', 'in_progress'],
  in_progress: ['received', 'need_more'],
  forwarded: ['in_progress'],
  printed: ['forwarded'],
  ready: ['printed', 'in_progress'],
  mailed: ['printed'],
  delivered: ['ready', 'mailed'],
  rejected: ['received', 'need_more', 'in_progress'],
}

/** Once the result is there, or the file has ended, a promised date can no longer be missed. */
export const settled: readonly ApplicationStatus[] = ['ready', 'mailed', 'delivered', 'rejected']

export function isOverdue(status: ApplicationStatus, promisedOn: string | null, today: string): boolean {
  return promisedOn !== null && today > promisedOn && !settled.includes(status)
}

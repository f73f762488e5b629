import * as v from 'valibot'
import { TipContent } from './tip-content.ts'
import { Day, Instant } from './text.ts'

/** What a sender is told; follows from the thread and is stored nowhere. */
export const TipStatus = v.picklist(['received', 'passed-on', 'answered', 'not-enough-information'])
export type TipStatus = v.InferOutput<typeof TipStatus>

/**
 * What the law makes the police do by when: hand it on within 24 hours, say within 3 working days that they took it,
 * decide in 20 days, in complex cases in 2 months, and after one more extension 2 months later.
 */
export const TipDuty = v.picklist([
  'pass-on',
  'acceptance',
  'decision',
  'extended-decision',
  'latest-decision',
])
export type TipDuty = v.InferOutput<typeof TipDuty>

export const TipDeadline = v.object({
  duty: TipDuty,
  /** The last day; null when it depends on days off that nobody has announced yet. */
  day: v.nullable(Day),
  /** Of a term in hours: the last minute. */
  at: v.optional(Instant),
})
export type TipDeadline = v.InferOutput<typeof TipDeadline>

/** `addition` is the sender's own; all others come from the police. Times are to the minute. */
export const TipMessageKind = v.picklist([
  'addition',
  'question',
  'passed-on',
  'answered',
  'not-enough-information',
])
export const TipMessage = v.object({
  id: v.string(),
  kind: TipMessageKind,
  at: Instant,
  /** Null when nothing was written, and for additions as long as the content was not asked for. */
  text: v.nullable(v.string()),
})
export type TipMessage = v.InferOutput<typeof TipMessage>

export const TipThread = v.object({
  publicCode: v.string(),
  receivedAt: Instant,
  status: TipStatus,
  statusAt: Instant,
  /** Who handles it: the unit, or its superior when it is about an officer. */
  channel: v.picklist(['unit', 'superior']),
  deadlines: v.array(TipDeadline),
  /** Oldest first. */
  messages: v.array(TipMessage),
  /** The sender left a name and a phone number. They are not shown here. */
  named: v.boolean(),
  /** When an officer looked at that name and number, each time on a request approved by a second officer. */
  identityOpenings: v.array(Instant),
  /** Pictures, videos and documents that were kept; they are not shown here. */
  fileCount: v.number(),
  /** Only when it was asked for. */
  content: v.optional(TipContent),
})
export type TipThread = v.InferOutput<typeof TipThread>

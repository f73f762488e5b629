import * as v from 'valibot'
import { readPublicCode } from './receipt.ts'
import { Instant, Slug } from './text.ts'
import { TipContent } from './tip-content.ts'
import { TipFileKind } from './tip-files.ts'
import { TipDeadline, TipStatus } from './tip-thread.ts'

/** Made up by the server for messages that came together. */
export const Wave = v.pipe(v.string(), v.regex(/^[a-z0-9]{1,20}$/))

export const RecordId = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))

const PublicCode = v.pipe(
  v.string(),
  v.check((typed) => readPublicCode(typed) !== undefined),
  v.transform((typed) => readPublicCode(typed)!),
)

/** What a list is narrowed to; all of it must hold. */
export const TipFilter = v.object({
  status: v.optional(TipStatus),
  category: v.optional(Slug),
  station: v.optional(Slug),
  /** `yes`: only those with an unanswered addition. */
  waiting: v.optional(v.literal('yes')),
  happeningNow: v.optional(v.literal('yes')),
  /** `yes`: only those where somebody asked to see the sender and nobody has decided yet, joined ones too. */
  identityAsked: v.optional(v.literal('yes')),
  /** `yes`: only those whose next duty is late. */
  overdue: v.optional(v.literal('yes')),
  /** The public half of a receipt: that tip, even in a wave or joined to another. */
  code: v.optional(PublicCode),
  /** Only the tips of this wave. */
  wave: v.optional(Wave),
  before: v.optional(RecordId),
})

/** The next duty that is not done yet, and whether its day has passed. */
export const TipClock = v.object({ ...TipDeadline.entries, overdue: v.boolean() })

export const TipInList = v.object({
  id: v.number(),
  publicCode: v.string(),
  category: Slug,
  station: v.nullable(Slug),
  happeningNow: v.boolean(),
  named: v.boolean(),
  /** Pictures, videos and documents of the sender. */
  fileCount: v.number(),
  receivedAt: Instant,
  status: TipStatus,
  /** The sender, or that of a joined tip, added something that no officer has answered yet. */
  waiting: v.boolean(),
  /** Somebody asked to see the sender, and nobody has decided yet. */
  identityAsked: v.boolean(),
  clock: v.nullable(TipClock),
  demo: v.boolean(),
})
export type TipInList = v.InferOutput<typeof TipInList>

/** What officers add. `note` is for officers only; the sender sees all others. */
export const TipAction = v.picklist(['note', 'question', 'passed-on', 'answered', 'not-enough-information'])
export type TipAction = v.InferOutput<typeof TipAction>

export const DeskTipEntry = v.object({
  id: v.number(),
  kind: v.string(),
  at: Instant,
  /** The officer's name; null for the sender. */
  by: v.nullable(v.string()),
  text: v.nullable(v.string()),
  /** Of a decision or an opening: the identity request it belongs to. */
  request: v.nullable(v.number()),
  /** Of a merge: the tip that this one repeats. Of a move to the superior: the tip that it came along with. */
  other: v.nullable(v.number()),
})
export type DeskTipEntry = v.InferOutput<typeof DeskTipEntry>

export const DeskTipFile = v.object({
  id: v.number(),
  kind: TipFileKind,
  bytes: v.number(),
  receivedAt: Instant,
})
export type DeskTipFile = v.InferOutput<typeof DeskTipFile>

export const DeskTip = v.object({
  ...TipInList.entries,
  wave: v.nullable(Wave),
  content: TipContent,
  /** In the order in which they were sent. */
  files: v.array(DeskTipFile),
  entries: v.array(DeskTipEntry),
  /** Those that were joined to it and are within reach, oldest first: each keeps its files, thread and sender. */
  joined: v.array(TipInList),
})
export type DeskTip = v.InferOutput<typeof DeskTip>

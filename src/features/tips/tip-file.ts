import * as v from 'valibot'
import { TipFileKind, TipFileRefusal } from '#contract/tip-files.ts'

/** What became of a file. `lost`: the phone does not have it any more. `not-taken`: refused without a nearer reason. */
export const FileOutcome = v.picklist(['stored', 'lost', 'not-taken', ...TipFileRefusal.options])
export type FileOutcome = v.InferOutput<typeof FileOutcome>

/** One file of a tip as the phone knows it; its bytes lie in `phone-files`. */
export const TipFile = v.object({
  /** Random; the same key is the same file for the server too, however often it is sent. */
  fileKey: v.string(),
  name: v.string(),
  kind: TipFileKind,
  size: v.number(),
  /** Null as long as it waits. */
  outcome: v.optional(v.nullable(FileOutcome), null),
})
export type TipFile = v.InferOutput<typeof TipFile>

export const isWaiting = ({ outcome }: TipFile) => outcome === null

/** A picture arrives in a moment and tells most; a video must not hold it up. */
export function nextToSend(files: readonly TipFile[]): TipFile | undefined {
  const waiting = files.filter(isWaiting)
  return waiting.find(({ kind }) => kind !== 'video') ?? waiting[0]
}

import * as v from 'valibot'
import { TipReceipt, type TipDraft } from '#contract/tips.ts'
import { newClientKey } from '#src/lib/client-key.ts'
import { mostTipFiles } from '#contract/tip-files.ts'
import { TipFile } from './tip-file.ts'
import { draftOf, emptyFields, isEmpty, TipFields, traceKinds } from './tip-fields.ts'

/** A body exactly as it went out; only a repetition to the letter is recognised by the server. */
export type SentDraft = Omit<TipDraft, 'proof'>
const SentDraft = v.custom<SentDraft>(
  (stored) => typeof stored === 'object' && stored !== null && 'clientKey' in stored && 'text' in stored,
)

/** A receipt that the person has not yet said to have kept. */
const PendingReceipt = v.object({
  ...TipReceipt.entries,
  named: v.boolean(),
  aboutOfficer: v.optional(v.boolean(), false),
})
export type PendingReceipt = v.InferOutput<typeof PendingReceipt>

/** All that the phone keeps about a tip, written as one, so that an app kill leaves no half of it. */
export const TipRecord = v.object({
  clientKey: v.string(),
  fields: TipFields,
  /** Bodies sent under this key whose fate is unknown, oldest first. The server holds at most one of them. */
  attempts: v.array(SentDraft),
  receipt: v.nullable(PendingReceipt),
  /** Chosen for this key. Not part of a body: they follow once the tip has arrived. */
  files: v.optional(v.array(TipFile), []),
})
export type TipRecord = v.InferOutput<typeof TipRecord>

export function newRecord(fields: TipFields = emptyFields): TipRecord {
  return { clientKey: newClientKey(), fields, attempts: [], receipt: null, files: [] }
}

export function isWorthKeeping(record: TipRecord): boolean {
  const { receipt, attempts } = record
  return receipt !== null || attempts.length > 0 || hasDraft(record)
}

export function hasDraft({ fields, files }: TipRecord): boolean {
  return !isEmpty(fields) || files.length > 0
}

export function withAttempt(record: TipRecord, draft: SentDraft): TipRecord {
  const others = record.attempts.filter((attempt) => !sameDraft(attempt, draft))
  return { ...record, attempts: [...others, draft] }
}

/** A definite refusal: this body is not on the server. */
export function withoutAttempt(record: TipRecord, draft: SentDraft): TipRecord {
  return { ...record, attempts: record.attempts.filter((attempt) => !sameDraft(attempt, draft)) }
}

/**
 * The story leaves the phone as soon as it has arrived, and its files become a parcel. What was changed after that body went out stays as a draft
 * with a key of its own, because it is not part of the tip that the receipt is for.
 */
export function received(record: TipRecord, draft: SentDraft, receipt: TipReceipt): TipRecord {
  const arrived = sameDraft(draftOf(record.fields, record.clientKey), draft)
  const rest = newRecord(arrived ? emptyFields : record.fields)
  return {
    ...rest,
    receipt: { ...receipt, named: draft.contact !== undefined, aboutOfficer: draft.aboutOfficer ?? false },
  }
}

/** What the phone kept, found only after the person had begun to write: neither is lost. */
export function joinRecords(stored: TipRecord, typed: TipRecord): TipRecord {
  if (!hasDraft(typed)) return stored
  const old = stored.fields
  const text = [old.text, typed.fields.text].filter((part) => part.trim() !== '').join('\n\n')
  const chosen = Object.entries(typed.fields).filter(([, value]) => Boolean(value))
  const lists = traceKinds.map((kind) => [kind, [...old[kind], ...typed.fields[kind]]])
  const fields = { ...old, ...Object.fromEntries([...chosen, ...lists]), text } as TipFields
  return { ...stored, fields, files: [...stored.files, ...typed.files].slice(0, mostTipFiles) }
}

function sameDraft(a: SentDraft, b: SentDraft): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

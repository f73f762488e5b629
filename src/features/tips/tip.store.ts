import { create } from 'zustand'
import type { Failure } from '#contract/error.ts'
import { removeAllFiles, removeFiles } from '#src/lib/phone-files.ts'
import { forgetAddition } from './addition-storage.ts'
import { forgetArrived, forgetParcels } from './parcels.store.ts'
import type { TipFile } from './tip-file.ts'
import type { TipFields } from './tip-fields.ts'
import { hasDraft, joinRecords, newRecord, type TipRecord } from './tip-record.ts'
import { readTip, writeTip, type Kept } from './tip-storage.ts'
import { ownsTip, takeTip } from './tip-tab.ts'

/** Where a sending stands. `conflict` and what follows: the key already holds another body, see `send-tip.ts`. */
export type Sending =
  | { kind: 'idle' | 'sending' | 'conflict' | 'searching' | 'not-found' }
  /** The phone does some work that the server asked for, see `proof.ts`. */
  | { kind: 'working'; done: number; of: number }
  | { kind: 'failed' | 'search-failed'; error: Failure }

interface TipState {
  /** Until the phone's store has answered nothing is written: it would cover what lies there. */
  opened: boolean
  /** Another window of this phone has taken the form: this one neither writes nor sends. */
  elsewhere: boolean
  record: TipRecord
  sending: Sending
  /** A tip with an unknown fate is being changed, knowingly. */
  editing: boolean
  /** Why the form is not empty: it was left half written, or it holds what was changed after a tip had arrived. */
  restored: 'draft' | 'leftover' | undefined
  kept: Kept | undefined
  /** The receipt was confirmed a moment ago. */
  finished: boolean
  /** Grows when the form starts anew. An answer meant for an earlier turn must not bring it back. */
  turn: number
}

const start = (): TipState => ({
  opened: false,
  elsewhere: false,
  record: newRecord(),
  sending: { kind: 'idle' },
  editing: false,
  restored: undefined,
  kept: undefined,
  finished: false,
  turn: 0,
})

export const useTip = create<TipState>()(start)

const saveAfter = 400
let timer: ReturnType<typeof setTimeout> | undefined

let opening: Promise<void> | undefined

/** Finds what the phone kept. Asked twice, it looks once. */
export function openTip(): Promise<void> {
  if (useTip.getState().opened) return Promise.resolve()
  opening ??= readStoredTip().finally(() => (opening = undefined))
  return opening
}

async function readStoredTip(): Promise<void> {
  const { turn } = useTip.getState()
  takeTip()
  const stored = await readTip()
  if (turn !== useTip.getState().turn) return
  const typed = useTip.getState().record
  if (!stored) useTip.setState({ opened: true })
  else {
    const restored = !stored.receipt && hasDraft(stored) ? 'draft' : undefined
    useTip.setState({ opened: true, record: joinRecords(stored, typed), restored })
  }
  if (hasDraft(typed)) await saveTip()
}

/** Another window has the form. Only what it cannot know of stays here, in memory. */
export function giveTipAway(): void {
  const { elsewhere, record, turn } = useTip.getState()
  if (elsewhere) return
  const unsaved = timer !== undefined
  clearTimeout(timer)
  timer = undefined
  const kept = unsaved ? newRecord(record.fields) : newRecord()
  useTip.setState({ ...start(), elsewhere: true, record: kept, turn: turn + 1 })
}

/** The person wants to go on in this window, with what the phone keeps by now. */
export async function takeTipBack(): Promise<void> {
  takeTip()
  useTip.setState({ elsewhere: false, opened: false })
  await openTip()
}

export function changeTip(change: Partial<TipFields>): void {
  const { record } = useTip.getState()
  useTip.setState({ record: { ...record, fields: { ...record.fields, ...change } }, finished: false })
  clearTimeout(timer)
  timer = setTimeout(() => void saveTip(), saveAfter)
}

export async function changeTipFiles(files: TipFile[]): Promise<void> {
  useTip.setState(({ record }) => ({ record: { ...record, files }, finished: false }))
  await saveTip()
}

/** Writes at once: when the app goes into the background it may never come back. */
export async function saveTip(): Promise<void> {
  if (!ownsTip()) return giveTipAway()
  clearTimeout(timer)
  timer = undefined
  const { opened, record } = useTip.getState()
  if (!opened) return
  useTip.setState({ kept: await writeTip(record) })
}

export async function flushTip(): Promise<void> {
  if (timer !== undefined) await saveTip()
}

/** Nothing of it stays, in memory or on the phone, nor of the files of earlier tips. */
export async function forgetTip(): Promise<void> {
  clearForm()
  await Promise.all([saveTip(), forgetAddition(), forgetParcels(), removeAllFiles()])
}

/** Files of an earlier tip, which has arrived, still go out. */
export async function forgetDraft(): Promise<void> {
  const { files } = useTip.getState().record
  clearForm()
  await saveTip()
  await removeFiles(files.map(({ fileKey }) => fileKey))
}

function clearForm(): void {
  takeTip()
  useTip.setState({ ...start(), opened: true, turn: useTip.getState().turn + 1 })
}

/** The person has the code: what remains is only what was changed after that tip had gone out. */
export async function confirmReceipt(): Promise<void> {
  const { record, turn } = useTip.getState()
  const leftover = hasDraft(record)
  useTip.setState({
    record: { ...newRecord(record.fields), files: record.files },
    restored: leftover ? 'leftover' : undefined,
    finished: !leftover,
    turn: turn + 1,
  })
  await Promise.all([saveTip(), forgetArrived()])
}

/** Another tip, while files of the last one may still be on their way. */
export function startOver(): void {
  useTip.setState({ finished: false, turn: useTip.getState().turn + 1 })
}

/** The closing words are for the moment only. */
export function leaveTip(): void {
  useTip.setState({ finished: false })
  void flushTip()
}

export type TipView = 'elsewhere' | 'form' | 'outbox' | 'conflict' | 'receipt' | 'finished'

export function viewOf({ elsewhere, record, sending, editing, finished }: TipState): TipView {
  if (elsewhere) return 'elsewhere'
  if (record.receipt) return 'receipt'
  if (finished) return 'finished'
  if (['conflict', 'searching', 'not-found', 'search-failed'].includes(sending.kind)) return 'conflict'
  return record.attempts.length > 0 && !editing ? 'outbox' : 'form'
}

import type { ErrorCode, Failure } from '#contract/error.ts'
import type { Result } from '#contract/error.ts'
import type { TipReceipt } from '#contract/tips.ts'
import { addToParcel } from './parcels.store.ts'
import { startSending } from './start-sending.ts'
import { isWaiting } from './tip-file.ts'
import { draftOf } from './tip-fields.ts'
import { withProof } from './proof.ts'
import { newRecord, received, withAttempt, withoutAttempt, type SentDraft } from './tip-record.ts'
import { ownsTip } from './tip-tab.ts'
import { giveTipAway, openTip, saveTip, useTip } from './tip.store.ts'
import { tipsApi } from './tips-api.ts'

/**
 * One intent, one tip. Every sending is under the record's key, and the server keeps at most one body for a key:
 * - a lost answer is repaired by sending the same body again, which gets the same receipt;
 * - a changed body goes under the same key too. Either the first one never arrived, and the new one is the tip; or it
 *   did, and the server says `conflict`. Then the stored one is among `attempts`, and sending those again finds it.
 * Only the person, told of the conflict, may open a second tip with a key of its own.
 */

/** The server has looked at the body and refused it. After any other failure it may have arrived. */
const definite: readonly (ErrorCode | 'offline')[] = ['invalid', 'too-large']

/** On a phone whose store does not answer the tip goes out all the same. */
const longestSave = 1500

export async function sendFields(): Promise<void> {
  const { fields } = useTip.getState().record
  // A key with an unknown fate may lie in a store that has not answered yet.
  await openTip()
  const { clientKey, receipt } = useTip.getState().record
  if (!receipt) await send(draftOf(fields, clientKey))
}

/** The last body, to the letter. */
export async function sendAgain(): Promise<void> {
  const { attempts } = useTip.getState().record
  const last = attempts[attempts.length - 1]
  if (last) await send(last)
}

async function send(draft: SentDraft): Promise<void> {
  const { record, sending, turn } = useTip.getState()
  if (['sending', 'working', 'searching'].includes(sending.kind)) return
  if (!ownsTip()) return giveTipAway()
  useTip.setState({ record: withAttempt(record, draft), sending: { kind: 'sending' }, editing: false })
  await Promise.race([saveTip(), new Promise((resolve) => setTimeout(resolve, longestSave))])
  if (isOver(turn)) return
  const result = await post(draft, turn)
  if (isOver(turn)) return
  if (result.ok) return keepReceipt(draft, result.data)
  if (result.error.code === 'conflict') useTip.setState({ sending: { kind: 'conflict' } })
  else await fail(draft, result.error)
}

function post(draft: SentDraft, turn: number): Promise<Result<TipReceipt>> {
  const tell = (done: number, of: number) => {
    if (!isOver(turn)) useTip.setState({ sending: { kind: 'working', done, of } })
  }
  return withProof(draft.clientKey, tell, (proof) => tipsApi.tips.send({ body: { ...draft, ...proof } }))
}

const isOver = (turn: number) => useTip.getState().turn !== turn

async function fail(draft: SentDraft, error: Failure): Promise<void> {
  const sending = { kind: 'failed', error } as const
  if (!definite.includes(error.code)) return useTip.setState({ sending })
  const { record: before, turn } = useTip.getState()
  const record = withoutAttempt(before, draft)
  useTip.setState({ sending, record, editing: record.attempts.length > 0, turn: turn + 1 })
  await saveTip()
}

async function keepReceipt(draft: SentDraft, receipt: TipReceipt): Promise<void> {
  const { record: before } = useTip.getState()
  const record = received(before, draft, receipt)
  useTip.setState({ record, sending: { kind: 'idle' }, editing: false, restored: undefined })
  // The parcel first: killed in between, the phone learns of the receipt again and of no file twice.
  await addToParcel(before.clientKey, before.files)
  await saveTip()
  void startSending()
}

/** After a conflict: which of the earlier bodies is it that the server holds? None of these sendings can add a tip. */
export async function findReceipt(): Promise<void> {
  const { record, turn } = useTip.getState()
  useTip.setState({ sending: { kind: 'searching' } })
  const earlier = record.attempts.slice(0, -1).reverse()
  for (const draft of earlier) {
    const result = await post(draft, turn)
    if (isOver(turn)) return
    if (result.ok) return keepReceipt(draft, result.data)
    if (result.error.code !== 'conflict') {
      useTip.setState({ sending: { kind: 'search-failed', error: result.error } })
      return
    }
  }
  useTip.setState({ sending: { kind: 'not-found' } })
}

/** The person wants a second tip: what is written now, under a new key. Files that Zalo has sent belong to the first. */
export async function startAsNew(): Promise<void> {
  const { record, turn } = useTip.getState()
  useTip.setState({
    record: { ...newRecord(record.fields), files: record.files.filter(isWaiting) },
    sending: { kind: 'idle' },
    editing: false,
    turn: turn + 1,
  })
  await saveTip()
}

export function editAgain(): void {
  useTip.setState({ editing: true, sending: { kind: 'idle' }, turn: useTip.getState().turn + 1 })
}

import type { Proof } from '#contract/proof-of-work.ts'
import type { TipMessage } from '#contract/tip-thread.ts'
import type { TipReceipt } from '#contract/tips.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { type Addition, addMessage, findMessage } from './add-message.ts'
import { isProof } from './challenges.ts'
import type { Decision, Gate, Origin } from './gate.ts'
import { closedFor } from './intake.ts'
import type { TipSealing } from './sealing.ts'
import { type Draft, findReceipt, sendTip } from './send-tip.ts'

export interface Reception {
  db: Database
  sealing: TipSealing
  gate: Gate
  /** Not when the disk is nearly full. */
  isOpen: () => Promise<boolean>
  clock: () => Date
}

/** What the rows of a tip take beside its sealed text. */
const rowBytes = 600

/** A tip that is stored already gets its receipt whatever the gate would say: the phone only repeats itself. */
export async function receiveTip(reception: Reception, draft: Draft, origin: Origin): Promise<TipReceipt> {
  const { db, sealing, gate, clock } = reception
  const now = clock()
  const known = () => findReceipt(db, sealing, draft)
  await requireOpen(reception, known)
  const decision = gate.decide(
    {
      ...origin,
      text: draft.text,
      bytes: Buffer.byteLength(JSON.stringify(draft)) + rowBytes,
      worked: hasWorked(reception, draft),
    },
    now,
  )
  if (decision.kind === 'pass') return sendTip(db, sealing, draft, { now, wave: decision.wave })
  return (await known()) ?? refuse(decision)
}

export async function receiveMessage(
  reception: Reception,
  addition: Addition & { proof?: Proof | undefined },
): Promise<TipMessage> {
  const { db, sealing, gate, clock } = reception
  const known = () => findMessage(db, sealing, addition)
  await requireOpen(reception, known)
  const decision = gate.decideAddition(signsOf(addition.code), hasWorked(reception, addition), clock())
  if (decision.kind === 'pass') return addMessage(db, sealing, addition, clock())
  return (await known()) ?? refuse(decision)
}

/** The whole receipt, however it was typed: who knows its public half alone must not use up the sender's share. */
const signsOf = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

async function requireOpen({ isOpen }: Reception, known: () => Promise<unknown>): Promise<void> {
  if (!(await isOpen()) && !(await known())) throw new ApiError('unavailable', { retryAfter: closedFor })
}

function hasWorked(
  { sealing, clock }: Reception,
  { clientKey, proof }: { clientKey: string; proof?: Proof | undefined },
): boolean {
  return proof !== undefined && isProof(sealing.keys.tipReceipts, clientKey, proof, clock())
}

/** Without a time to wait it means: work first. */
function refuse(decision: Exclude<Decision, { kind: 'pass' }>): never {
  throw new ApiError('rate-limited', decision.kind === 'wait' ? { retryAfter: decision.seconds } : {})
}

import type { Keys } from '../keys/keys.ts'
import type { Database } from '../db/database.ts'
import type { SendOutcome, TemplateClient } from '../zalo/template-client.ts'
import { composeMessage } from './compose-message.ts'
import type { PauseReason } from './delivery.repo.ts'
import type { OaConnection } from './oa-connection.ts'
import {
  type Content,
  type OpenMessage,
  postponeMessage,
  prepareMessage,
  settleMessage,
} from './outbox.repo.ts'
import { isQuiet } from './quiet-hours.ts'
import { openReceiver } from './receiver.ts'
import type { Pace } from './settings.ts'
import { endUpdatesOf } from './subscriptions.repo.ts'

export interface DeliveryContext {
  db: Database
  keys: Keys
  clock: () => Date
  templates: TemplateClient
  connection: OaConnection
  pace: Pace
}

/** What sending this message taught about sending as a whole. */
export type Lesson = 'works' | 'nothing' | PauseReason

/** One turn with one message. Whatever it is interrupted by, the database says what may have happened. */
export async function deliver(context: DeliveryContext, message: OpenMessage): Promise<Lesson> {
  const started = performance.now()
  const access = await context.connection.access()
  if (access.kind !== 'ready') {
    await postponeMessage(context.db, message, { inDoubt: message.inDoubt, until: context.clock() })
    return access.why
  }
  if (message.inDoubt && !(await isKnownUnsent(context, message, access.token))) return 'nothing'
  if (isQuiet(context.clock())) {
    await postponeMessage(context.db, message, { inDoubt: false, until: context.clock() })
    return 'nothing'
  }
  const contents = await prepareMessage(context.db, message, context.clock())
  // Too late in the turn: it stays in doubt, and whoever has the next turn looks it up.
  if (!contents || performance.now() - started > context.pace.lastStartMs) return 'nothing'
  return learn(context, message, await send(context, message, contents, access.token))
}

/** Asks what became of an earlier request. Only a clear "never sent" lets the message be sent again. */
async function isKnownUnsent(
  { db, templates, clock, pace, connection }: DeliveryContext,
  message: OpenMessage,
  token: string,
): Promise<boolean> {
  const fate = await templates.lookUp(token, message.trackingId)
  const now = clock()
  if (fate === 'token') await connection.distrust()
  if (fate === 'sent') await settleMessage(db, message, 'sent', now)
  if (fate === 'not-sent') await postponeMessage(db, message, { inDoubt: false, until: message.turnEnds })
  if (fate === 'sent' || fate === 'not-sent') return fate === 'not-sent'
  if (now.getTime() - message.openedAt.getTime() > pace.giveUpMs) {
    await settleMessage(db, message, 'unconfirmed', now)
  } else {
    const wait = Math.min(pace.doubtMs * 2 ** message.checks, 60 * pace.doubtMs)
    const until = new Date(now.getTime() + wait * (0.75 + Math.random() / 2))
    await postponeMessage(db, message, { inDoubt: true, until, asked: 1 })
  }
  return false
}

function send(
  { templates, keys, clock, pace }: DeliveryContext,
  message: OpenMessage,
  contents: readonly Content[],
  token: string,
): Promise<SendOutcome> {
  const { oaUserId, phone } = openReceiver(keys, contents[0]!.sealedReceiver)
  return templates.send(token, {
    to: oaUserId ? { oaUserId } : { phone: phone ?? '' },
    trackingId: message.trackingId,
    data: composeMessage(contents, clock(), pace.digestAfterMs),
  })
}

async function learn(
  { db, clock, pace, connection }: DeliveryContext,
  message: OpenMessage,
  outcome: SendOutcome,
): Promise<Lesson> {
  const now = clock()
  if (outcome.kind === 'sent') {
    await settleMessage(db, message, 'sent', now)
    return outcome.remainingQuota === 0 ? 'quota' : 'works'
  }
  if (outcome.kind === 'unknown') {
    await postponeMessage(db, message, { inDoubt: true, until: new Date(now.getTime() + pace.doubtMs) })
    return 'unanswered'
  }
  if (outcome.why === 'receiver') {
    await endUpdatesOf(db, message.id, now)
    await settleMessage(db, message, 'refused', now)
    return 'nothing'
  }
  if (outcome.why === 'token') await connection.distrust()
  await postponeMessage(db, message, { inDoubt: false, until: now })
  return outcome.why
}

import { addDays, dayOf } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../keys/keys.ts'
import { startTelling, type TellingOptions } from '../telling.ts'
import type { StandIn } from '../zalo/stand-in/start-stand-in.ts'
import type { ZaloConfig } from '../zalo-config.ts'
import { oaPersonHash, personHash, type Receiver, sealReceiver } from './receiver.ts'
import type { Pace } from './settings.ts'
import { startUpdates } from './subscriptions.repo.ts'

/** The clock of the machine is what the database stamps rows with; this is a later morning in Viet Nam. */
export function laterMorning(): Date {
  const today = instantAt(dayOf(new Date()), '10:00')
  return today.getTime() > Date.now() + 600_000 ? today : instantAt(addDays(dayOf(new Date()), 1), '10:00')
}

export const testPace: Pace = {
  gatherMs: 120_000,
  turnMs: 60_000,
  lastStartMs: 40_000,
  doubtMs: 60_000,
  giveUpMs: 24 * 3_600_000,
  waitMs: 5_000,
  longestWaitMs: 1_800_000,
  repairMs: 3_600_000,
  digestAfterMs: 72 * 3_600_000,
  staleMs: 7 * 24 * 3_600_000,
}

/** `timeoutMs` of one request: short only where a test waits for it to run out, or a busy machine would fail tests. */
export function zaloConfig(url: string, timeoutMs = 8_000): ZaloConfig & { timeoutMs: number } {
  return {
    appId: 'stand-in-app',
    appSecret: 'stand-in-secret',
    graphUrl: url,
    oauthUrl: url,
    openApiUrl: url,
    businessUrl: url,
    apiKey: 'stand-in-api-key',
    oa: { id: '1', secret: 'stand-in-oa-secret', refreshToken: 'oa-refresh-0', templateId: 'tpl-1' },
    timeoutMs,
  }
}

type Wanted = Pick<TellingOptions, 'db' | 'keys' | 'clock'> & Partial<TellingOptions>

/** A worker that does nothing by itself: each `round()` is the test's. */
export async function startWorker(zalo: StandIn, options: Wanted) {
  const said: string[] = []
  const worker = await startTelling({
    config: zaloConfig(zalo.url),
    log: (message) => said.push(message),
    pace: testPace,
    everyMs: 3_600_000,
    ...options,
  })
  if (!worker) throw new Error('No Official Account is configured')
  return { ...worker, said }
}

/** Somebody asked to be told about an application. */
export async function addWish(
  db: Database,
  keys: Keys,
  user: string,
  more: { applicationId?: number; receiver?: Receiver; at?: Date } = {},
): Promise<void> {
  const receiver = more.receiver ?? { oaUserId: user }
  await startUpdates(db, {
    applicationId: more.applicationId ?? 1,
    person: personHash(keys, user),
    oaPerson: receiver.oaUserId ? oaPersonHash(keys, receiver.oaUserId) : null,
    sealedReceiver: sealReceiver(keys, receiver),
    consent: 'test',
    at: more.at ?? new Date(),
  })
}

export async function appendStep(db: Database, status: string, applicationId = 1): Promise<void> {
  await db.query('insert into application_steps (application_id, status, at) values ($1, $2, now())', [
    applicationId,
    status,
  ])
}

import type { Queries } from '../db/database.ts'

/** Why nothing is sent for a while. */
export type PauseReason =
  'not-reached' | 'unanswered' | 'busy' | 'quota' | 'night' | 'token' | 'connection' | 'template' | 'setup'

export interface Delivery {
  pausedUntil: Date | null
  pauseReason: PauseReason | null
  /** Failures of Zalo in a row. */
  failures: number
}

export async function getDelivery(db: Queries): Promise<Delivery> {
  const [row] = await db.query<Delivery>(
    `select paused_until as "pausedUntil", pause_reason as "pauseReason", failures from update_delivery`,
  )
  return row ?? { pausedUntil: null, pauseReason: null, failures: 0 }
}

export async function pauseDelivery(db: Queries, until: Date, reason: PauseReason): Promise<void> {
  await db.query(
    `insert into update_delivery as d (paused_until, pause_reason, failures) values ($1, $2, 1)
     on conflict (single) do update set
       paused_until = greatest(d.paused_until, $1), pause_reason = $2, failures = d.failures + 1`,
    [until, reason],
  )
}

/** After a success, or because somebody has mended what stood in the way. */
export async function resumeDelivery(db: Queries): Promise<void> {
  await db.query(
    `update update_delivery set paused_until = null, pause_reason = null, failures = 0 where failures > 0`,
  )
}

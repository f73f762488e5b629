import type { Database, Queries } from '../db/database.ts'

export interface NewSubscription {
  applicationId: number
  person: Buffer
  oaPerson: Buffer | null
  sealedReceiver: Buffer
  /** Which wording was agreed to. */
  consent: string
  at: Date
}

/** Saying yes twice is saying yes once; the second time may bring a newer way to write. */
export async function startUpdates(db: Queries, wish: NewSubscription): Promise<void> {
  await db.query(
    `insert into update_subscriptions (application_id, person, oa_person, sealed_receiver, consent, consented_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (application_id, person) where ended_at is null
     do update set oa_person = excluded.oa_person, sealed_receiver = excluded.sealed_receiver`,
    [wish.applicationId, wish.person, wish.oaPerson, wish.sealedReceiver, wish.consent, wish.at],
  )
}

export async function wantsUpdates(db: Queries, applicationId: number, person: Buffer): Promise<boolean> {
  const [row] = await db.query<{ wanted: boolean }>(
    `select exists (select from update_subscriptions
       where application_id = $1 and person = $2 and ended_at is null) as wanted`,
    [applicationId, person],
  )
  return row?.wanted ?? false
}

export type EndedBy = 'citizen' | 'consent-revoked' | 'unfollowed' | 'unreachable'

/** Whose wishes end: of one application or of all, known by one of the two hashes, told before a moment. */
export interface Ending {
  person?: Buffer
  oaPerson?: Buffer
  applicationId?: number
  by: EndedBy
  at: Date
}

/** Forgets where to write, and takes out of the outbox what is not yet on its way. */
export async function endUpdates(db: Database, ending: Ending): Promise<number> {
  return db.tx((tx) => endUpdatesWithin(tx, ending))
}

export async function endUpdatesWithin(tx: Queries, ending: Ending): Promise<number> {
  const ended = await tx.query<{ id: number }>(
    `update update_subscriptions set ended_at = $1, ended_by = $2, sealed_receiver = null, oa_person = null
     where ended_at is null and (person = $3 or oa_person = $4)
       and ($5::bigint is null or application_id = $5) and consented_at <= $1
     returning id`,
    [ending.at, ending.by, ending.person, ending.oaPerson, ending.applicationId],
  )
  await tx.query(
    `update update_changes set dropped = $1
     where subscription_id = any($2::bigint[]) and message_id is null and dropped is null`,
    [ending.by, ended.map(({ id }) => id)],
  )
  return ended.length
}

/** Zalo says that the person of this message cannot be written to: he hears nothing of his other applications either. */
export async function endUpdatesOf(db: Database, messageId: number, at: Date): Promise<void> {
  await db.tx(async (tx) => {
    const [row] = await tx.query<{ person: Buffer }>('select person from update_messages where id = $1', [
      messageId,
    ])
    if (row) await endUpdatesWithin(tx, { person: row.person, by: 'unreachable', at })
  })
}

import { randomUUID } from 'node:crypto'
import type { ApplicationStatus } from '#contract/application-status.ts'
import type { Database, Queries } from '../db/database.ts'

/** A message in the hands of one worker until `turnEnds`; whoever writes to it must still have the turn. */
export interface OpenMessage {
  id: number
  trackingId: string
  inDoubt: boolean
  checks: number
  openedAt: Date
  turnEnds: Date
}

/** Opens a message for who has been waiting longest. Answers whether there was anybody. */
export async function openMessage(db: Queries, now: Date, gatherMs: number): Promise<boolean> {
  const rows = await db.query(
    `insert into update_messages (tracking_id, person, opened_at, next_at)
     select $1::text, s.person, $2::timestamptz, $2::timestamptz
     from update_changes c join update_subscriptions s on s.id = c.subscription_id
     where c.message_id is null and c.dropped is null and c.made_at <= $3
       and not exists (select from update_messages m where m.person = s.person and m.state = 'open')
     order by c.made_at, c.id limit 1
     on conflict (person) where state = 'open' do nothing
     returning id`,
    [randomUUID(), now, new Date(now.getTime() - gatherMs)],
  )
  return rows.length > 0
}

/** Two workers never get the same one: what is locked is passed over, what is taken is not due. */
export async function takeMessage(
  db: Queries,
  now: Date,
  turnEnds: Date,
  onlyInDoubt: boolean,
): Promise<OpenMessage | undefined> {
  const [row] = await db.query<OpenMessage>(
    `update update_messages set next_at = $2
     where id = (select id from update_messages
       where state = 'open' and next_at <= $1 and (in_doubt or not $3)
       order by next_at, id limit 1 for update skip locked)
     returning id, tracking_id as "trackingId", in_doubt as "inDoubt", checks, opened_at as "openedAt",
       next_at as "turnEnds"`,
    [now, turnEnds, onlyInDoubt],
  )
  return row
}

/** How one application of the message stands now. */
export interface Content {
  code: string
  status: ApplicationStatus
  changes: number
  oldestAt: Date
  sealedReceiver: Buffer
}

/**
 * The last step before a request. Everything this person waits for joins the message, who has said no meanwhile
 * leaves it, and the doubt is on record before it can arise. Nothing is left to say, or the turn is lost: undefined.
 */
export async function prepareMessage(
  db: Database,
  message: OpenMessage,
  now: Date,
): Promise<Content[] | undefined> {
  return db.tx(async (tx) => {
    const [mine] = await tx.query<{ person: Buffer }>(
      `update update_messages set in_doubt = true, attempts = attempts + 1
       where id = $1 and state = 'open' and not in_doubt and next_at = $2 returning person`,
      [message.id, message.turnEnds],
    )
    if (!mine) return undefined
    await gatherChanges(tx, message.id, mine.person)
    const contents = await listContents(tx, message.id)
    if (contents.length > 0) return contents
    await tx.query(
      `update update_messages set state = 'dropped', in_doubt = false, settled_at = $2 where id = $1`,
      [message.id, now],
    )
    return undefined
  })
}

async function gatherChanges(tx: Queries, messageId: number, person: Buffer): Promise<void> {
  await tx.query(
    `update update_changes c set message_id = $1 from update_subscriptions s
     where s.id = c.subscription_id and s.person = $2 and s.ended_at is null
       and c.message_id is null and c.dropped is null`,
    [messageId, person],
  )
  await tx.query(
    `update update_changes c set dropped = s.ended_by from update_subscriptions s
     where s.id = c.subscription_id and s.ended_at is not null and c.message_id = $1 and c.dropped is null`,
    [messageId],
  )
}

async function listContents(tx: Queries, messageId: number): Promise<Content[]> {
  return tx.query<Content>(
    `select a.code, latest.status, count(*) as changes, min(c.made_at) as "oldestAt",
       s.sealed_receiver as "sealedReceiver"
     from update_changes c
     join update_subscriptions s on s.id = c.subscription_id
     join applications a on a.id = s.application_id
     cross join lateral (select status from application_steps
       where application_id = a.id order by id desc limit 1) as latest
     where c.message_id = $1 and c.dropped is null
     group by a.id, latest.status, s.id
     order by s.consented_at desc, s.id desc`,
    [messageId],
  )
}

/** The end of a message. Only who has the turn may write it; whoever comes too late changes nothing. */
export async function settleMessage(
  db: Queries,
  message: OpenMessage,
  state: 'sent' | 'refused' | 'unconfirmed',
  now: Date,
): Promise<void> {
  await db.query(
    `update update_messages set state = $3, in_doubt = false, settled_at = $4
     where id = $1 and state = 'open' and next_at = $2`,
    [message.id, message.turnEnds, state, now],
  )
}

/** Gives the turn back. `inDoubt` says whether a request may have been made whose end is not known. */
export async function postponeMessage(
  db: Queries,
  message: OpenMessage,
  { inDoubt, until, asked = 0 }: { inDoubt: boolean; until: Date; asked?: 0 | 1 },
): Promise<void> {
  await db.query(
    `update update_messages set in_doubt = $3, next_at = $4, checks = checks + $5
     where id = $1 and state = 'open' and next_at = $2`,
    [message.id, message.turnEnds, inDoubt, until, asked],
  )
}

/** Zalo's own word that a message arrived ends every doubt. */
export async function confirmMessage(db: Queries, trackingId: string, at: Date): Promise<void> {
  await db.query(
    `update update_messages set delivered_at = $2, settled_at = coalesce(settled_at, $2), in_doubt = false,
       state = case when state in ('open', 'unconfirmed') then 'sent' else state end
     where tracking_id = $1`,
    [trackingId, at],
  )
}

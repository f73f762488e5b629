import type { Queries } from '../db/database.ts'
import { getDelivery, type PauseReason } from './delivery.repo.ts'
import { findConnection } from './oa-connection.repo.ts'
import { refusalWords } from './oa-connection.ts'

/** What each pause means to whoever runs the server. */
const pauses: Record<PauseReason, string> = {
  'not-reached': 'Zalo cannot be reached from this machine. It is tried again by itself.',
  unanswered: 'Zalo did not answer. What was under way is looked up before anything is sent again.',
  busy: 'Zalo asked for a slower pace, or another process is renewing the token. It goes on by itself.',
  quota: 'The daily quota of the Official Account is used up. It goes on at seven in the morning.',
  night: 'Zalo allows no messages at this hour. It goes on at seven in the morning.',
  token: 'Zalo did not accept the access token. The next try renews it.',
  connection: 'The Official Account is not connected.',
  template:
    'Zalo refused the template or what we put into it. Look at its state in the ZBS console; ZALO_TEMPLATE_ID must be an approved one with the places ma_ho_so, trang_thai and so_cap_nhat.',
  setup:
    'Zalo refused the app: its secret, its right to send, its link to the Official Account, or its balance. Mend it in the consoles, then restart.',
}

interface Counts {
  wishes: number
  waiting: number
  oldest: Date | null
  open: number
  inDoubt: number
  sent: number
  refused: number
  unconfirmed: number
}

async function getCounts(db: Queries): Promise<Counts> {
  const [row] = await db.query<Counts>(
    `select
       (select count(*) from update_subscriptions where ended_at is null) as wishes,
       (select count(*) from update_changes where message_id is null and dropped is null) as waiting,
       (select min(made_at) from update_changes where message_id is null and dropped is null) as oldest,
       count(*) filter (where state = 'open') as open,
       count(*) filter (where state = 'open' and in_doubt) as "inDoubt",
       count(*) filter (where state = 'sent') as sent,
       count(*) filter (where state = 'refused') as refused,
       count(*) filter (where state = 'unconfirmed') as unconfirmed
     from update_messages`,
  )
  if (!row) throw new Error('The database did not count the messages')
  return row
}

async function connectionWords(db: Queries, now: Date): Promise<string> {
  const row = await findConnection(db)
  if (!row) return 'not used yet'
  if (row.refusedAt) return refusalWords(row.inDoubt)
  const until = row.accessExpiresAt
  if (!until || until < now) return 'the next message renews the access token'
  return `good, access token until ${until.toISOString()}`
}

/** Figures and sentences; nobody and no application can be recognised from them. */
export async function reportOutbox(db: Queries, now: Date): Promise<string> {
  const [counts, { pausedUntil, pauseReason }] = [await getCounts(db), await getDelivery(db)]
  const paused = pausedUntil && pauseReason && pausedUntil > now
  return [
    `wishes to be told   ${counts.wishes}`,
    `changes waiting     ${counts.waiting}${counts.oldest ? `, the oldest since ${counts.oldest.toISOString()}` : ''}`,
    `messages under way  ${counts.open}, in doubt ${counts.inDoubt}`,
    `sent                ${counts.sent}`,
    `refused by citizens ${counts.refused}`,
    `never confirmed     ${counts.unconfirmed}`,
    `sending             ${paused ? `paused until ${pausedUntil.toISOString()}: ${pauses[pauseReason]}` : 'goes on'}`,
    `connection          ${await connectionWords(db, now)}`,
  ].join('\n')
}

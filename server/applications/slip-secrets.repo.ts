import type { Queries } from '../db/database.ts'
import type { ShownRow } from './applications.repo.ts'

export type SecretKind = 'slip' | 'share' | 'phone' | 'relative'

export interface SecretRow {
  hash: Buffer
  applicationId: number
  kind: SecretKind
  madeAt: Date
  expiresAt: Date | null
}

export interface OpeningState {
  found: { application: ShownRow; kind: SecretKind; expiresAt: Date | null } | undefined
  /** Seconds that the caller still has to wait. */
  blockedFor: number | null
}

type OpeningRow = ShownRow & { kind: SecretKind; expiresAt: Date | null; blockedFor: number | null }

/** The application and the caller's limits in one statement, whether the secret is known or not. */
export async function findForOpening(
  db: Queries,
  hash: Buffer,
  { subject, showDemo, now }: { subject: string; showDemo: boolean; now: Date },
): Promise<OpeningState> {
  const [row] = await db.query<OpeningRow>(
    `select limits.seconds as "blockedFor", a.id, a.code, a.procedure, a.guide_slug as "guideSlug",
            a.pick_up_place as "pickUpPlace", a.demo, s.kind, s.expires_at as "expiresAt"
     from (select extract(epoch from max(blocked_until) - now())::float8 as seconds from lookup_limits
           where subject = $2 and blocked_until > now()) as limits
     left join application_secrets s on s.secret_hash = $1 and (s.expires_at is null or s.expires_at > $4)
     left join applications a on a.id = s.application_id and (not a.demo or $3)`,
    [hash, subject, showDemo, now],
  )
  // A left join that found nothing leaves null.
  if (!row || (row.id as number | null) === null)
    return { found: undefined, blockedFor: row?.blockedFor ?? null }
  const { blockedFor, kind, expiresAt, ...application } = row
  return { found: { application, kind, expiresAt }, blockedFor }
}

export async function renewSecret(db: Queries, hash: Buffer, expiresAt: Date): Promise<void> {
  await db.query('update application_secrets set expires_at = $2 where secret_hash = $1', [hash, expiresAt])
}

export async function insertSecret(db: Queries, row: SecretRow): Promise<void> {
  await db.query(
    `insert into application_secrets (secret_hash, application_id, kind, made_at, expires_at)
     values ($1, $2, $3, $4, $5)`,
    [row.hash, row.applicationId, row.kind, row.madeAt, row.expiresAt],
  )
}

/** All of these kinds; `except` stays. */
export async function deleteSecrets(
  db: Queries,
  applicationId: number,
  kinds: readonly SecretKind[],
  except?: Buffer,
): Promise<void> {
  await db.query(
    `delete from application_secrets
     where application_id = $1 and kind = any($2::text[]) and secret_hash is distinct from $3::bytea`,
    [applicationId, kinds, except ?? null],
  )
}

/** A printed slip is not for its reader to take back. */
export async function deleteSecret(db: Queries, hash: Buffer): Promise<void> {
  await db.query(`delete from application_secrets where secret_hash = $1 and kind <> 'slip'`, [hash])
}

export async function countPhones(db: Queries, applicationId: number): Promise<number> {
  const [row] = await db.query<{ phones: number }>(
    `select count(*)::int as phones from application_secrets
     where application_id = $1 and kind in ('phone', 'relative')`,
    [applicationId],
  )
  return row?.phones ?? 0
}

/** Without a bound, one person could fill the table; who has kept it longest ago makes room. */
export async function keepNewestPhones(db: Queries, applicationId: number, most: number): Promise<void> {
  await db.query(
    `delete from application_secrets where secret_hash in (
       select secret_hash from application_secrets
       where application_id = $1 and kind in ('phone', 'relative') order by made_at desc offset $2::int)`,
    [applicationId, most],
  )
}

export async function forgetOldSecrets(db: Queries, now: Date): Promise<void> {
  await db.query('delete from application_secrets where expires_at < $1', [now])
}

import type { Queries } from '../db/database.ts'

export interface AuditEntry {
  at: Date
  /** Null for the operator at the command line, and for a stranger. */
  officerId: number | null
  /** The word of the endpoint's declaration. */
  action: string
  /** Kind and number, like `application/12`: never a code, a name or a text. */
  records?: readonly string[]
  station?: string | null
  requestId?: string | null
}

/** Appends one entry; the database refuses to change or remove it. */
export async function writeAudit(queries: Queries, entry: AuditEntry): Promise<void> {
  await queries.query(
    `insert into audit_entries (at, officer_id, action, records, station, request_id)
     values ($1, $2, $3, $4::text[], $5, $6)`,
    [
      entry.at,
      entry.officerId,
      entry.action,
      [...(entry.records ?? [])],
      entry.station ?? null,
      entry.requestId ?? null,
    ],
  )
}

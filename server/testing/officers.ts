import type { FastifyInstance } from 'fastify'
import { createClient } from '#contract/client.ts'
import { desk } from '#contract/desk.ts'
import type { Grant } from '#contract/desk-session.ts'
import type { Role } from '#contract/roles.ts'
import type { Database } from '../db/database.ts'
import { openOfficerSession } from '../desk/officer-sessions.repo.ts'
import { insertOfficer } from '../desk/officers.repo.ts'
import { hashPassphrase } from '../desk/passphrase.ts'
import { injectFetch } from './inject-fetch.ts'

/** Of little cost to check; `passphrase` opens it. */
export const passphrase = 'bốn từ không liên quan gì'
const cheap = hashPassphrase(passphrase, { blocks: 4, rounds: 1 })

let count = 0

/** An officer with roles at a station; answers the id. */
export async function addOfficer(
  db: Database,
  { login = `can-bo-${(count += 1)}`, grants = [] as Grant[], demo = false } = {},
): Promise<number> {
  const passphraseHash = await cheap
  const officer = { login, name: `Cán bộ ${login}`, passphraseHash, demo, grants }
  return (await db.tx((tx) => insertOfficer(tx, officer)))!
}

/** The console's client at one origin, with a cookie or none. */
export function deskClient(app: FastifyInstance, cookie?: string, from?: string) {
  const inject = injectFetch(app, from)
  const origin = 'http://localhost'
  const fetch: typeof globalThis.fetch = (input, init = {}) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin, host: 'localhost' }
    return inject(input, { ...init, headers: { ...headers, ...(cookie && { cookie }) } })
  }
  return createClient(desk, { origin: '', fetch, retryAfter: [] })
}

/** An officer at work: with these roles at this station (`*` for all), signed in without asking the passphrase. */
export async function signIn(
  { app, db }: { app: FastifyInstance; db: Database },
  roles: readonly Role[],
  station = 'ben-cat',
  now = new Date(),
) {
  const grants = roles.map((role) => ({ station, role }))
  const officerId = await addOfficer(db, { grants })
  const { token } = await db.tx((tx) => openOfficerSession(tx, officerId, now))
  const cookie = `desk=${token}`
  return { officerId, cookie, client: deskClient(app, cookie) }
}

export interface AuditRow {
  officerId: number | null
  action: string
  records: string[]
  station: string | null
}

/** Oldest first. */
export const auditOf = (db: Database) =>
  db.query<AuditRow>(
    'select officer_id as "officerId", action, records, station from audit_entries order by id',
  )

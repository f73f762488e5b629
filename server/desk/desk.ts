import type { FastifyRequest } from 'fastify'
import type { DeskRule } from '#contract/endpoint.ts'
import { everyStation, type Role } from '#contract/roles.ts'
import type { Database } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { type Cookies, deskCookies } from './cookies.ts'
import { findSession, type OpenSession } from './officer-sessions.repo.ts'
import type { Officer } from './officers.repo.ts'
import { requireOwnPage } from './own-page.ts'

export interface DeskOptions {
  db: Database
  /** For the subjects of limits and the marks of known browsers. */
  key: Buffer
  clock: () => Date
  showDemo: boolean
  /** The console is reached over https only. */
  secure: boolean
  /** The address that people type, where a proxy hides it from us. */
  publicUrl?: string | undefined
}

export interface Desk extends DeskOptions {
  cookies: Cookies
  publicOrigin: string | undefined
}

export const sessionCookie = 'desk'

export function createDesk(options: DeskOptions): Desk {
  return {
    ...options,
    cookies: deskCookies(options.secure),
    publicOrigin: options.publicUrl && new URL(options.publicUrl).origin,
  }
}

/** An officer who passed the guard, and where they may do what was asked. */
export interface Present extends OpenSession {
  /** Station ids, or `*`. In SQL: `(station = any($n) or '*' = any($n))`. */
  within: readonly string[]
}

/** Lets an officer with one of the roles pass; everybody else learns only that they may not. */
export async function admit(desk: Desk, request: FastifyRequest, rule: DeskRule): Promise<Present> {
  requireOwnPage(request, desk.publicOrigin)
  const token = desk.cookies.read(request, sessionCookie)
  const session = token && (await findSession(desk.db, token, desk.clock(), desk.showDemo))
  if (!session) throw new ApiError('unauthorised')
  if (typeof rule.roles === 'string') return { ...session, within: [] }
  const within = stationsFor(session.officer, rule.roles)
  if (within.length === 0) throw new ApiError('forbidden')
  return { ...session, within }
}

/** Where an officer has one of the roles: station ids, or `*` alone. */
export function stationsFor(officer: Pick<Officer, 'grants'>, roles: readonly Role[]): string[] {
  const stations = officer.grants.filter(({ role }) => roles.includes(role)).map(({ station }) => station)
  return stations.includes(everyStation) ? [everyStation] : [...new Set(stations)]
}

/** Whether a record of this station is theirs to handle. */
export const reaches = (within: readonly string[], station: string): boolean =>
  within.includes(everyStation) || within.includes(station)

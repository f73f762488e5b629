import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DeskSession } from '#contract/desk-session.ts'
import { ApiError } from '../http/api-error.ts'
import { callerOf } from '../http/caller.ts'
import { keyedHash } from '../keys/seal.ts'
import { writeAudit } from './audit.ts'
import { type Desk, sessionCookie } from './desk.ts'
import { findKnownBrowser, rememberBrowser } from './known-browser.ts'
import { endSession, openOfficerSession } from './officer-sessions.repo.ts'
import { type Account, findAccount } from './officers.repo.ts'
import { checkPassphrase } from './passphrase.ts'
import { type Counted, countTry, forgetTries, takeBack } from './sign-in-limits.ts'

interface Attempt {
  login: string
  passphrase: string
  request: FastifyRequest
  reply: FastifyReply
}

/**
 * Opens a session for the right passphrase. An unknown login, a closed account and a wrong passphrase take the same
 * steps, count alike and answer the same error.
 */
export async function signIn(desk: Desk, attempt: Attempt): Promise<DeskSession> {
  const { login, passphrase, request } = attempt
  const counted = countedFor(desk, request, login)
  for (const each of counted) {
    const wait = await countTry(desk.db, each)
    if (wait !== undefined) throw new ApiError('rate-limited', { retryAfter: wait })
  }
  const account = await findAccount(desk.db, login)
  const open = account?.active && (desk.showDemo || !account.demo) ? account : undefined
  const right = await checkPassphrase(passphrase, open?.passphraseHash)
  if (open && right) return admitOfficer(desk, attempt, open, counted)
  await writeAudit(desk.db, {
    at: desk.clock(),
    officerId: account?.id ?? null,
    action: 'session.refused',
    requestId: request.id,
  })
  throw new ApiError('unauthorised')
}

/** Whose tries these are: a known browser's own, or the account's from everywhere else and the address'. */
function countedFor(desk: Desk, request: FastifyRequest, login: string): [Counted, ...Counted[]] {
  const subject = (...parts: string[]) => keyedHash(desk.key, ...parts).toString('base64url')
  const known = findKnownBrowser(desk, request, login)
  if (known) return [{ subject: subject('browser', known), kind: 'browser', login, free: 10 }]
  return [
    { subject: subject('account', login), kind: 'account', login, free: 5 },
    // Many officers sit behind one address: it bounds only a stranger who tries one passphrase on many accounts.
    { subject: subject('address', callerOf(request.ip)), kind: 'address', free: 30 },
  ]
}

async function admitOfficer(
  desk: Desk,
  { request, reply }: Attempt,
  { id, login, name, demo, grants }: Account,
  [own, ...shared]: [Counted, ...Counted[]],
): Promise<DeskSession> {
  const now = desk.clock()
  const before = desk.cookies.read(request, sessionCookie)
  const { token, expiresAt } = await desk.db.tx(async (tx) => {
    await forgetTries(tx, own.subject)
    for (const each of shared) await takeBack(tx, each)
    if (before) await endSession(tx, before)
    await writeAudit(tx, { at: now, officerId: id, action: 'session.open', requestId: request.id })
    return openOfficerSession(tx, id, now)
  })
  desk.cookies.write(reply, sessionCookie, token, Math.ceil((Date.parse(expiresAt) - now.getTime()) / 1000))
  rememberBrowser(desk, reply, login)
  return { login, name, demo, grants, expiresAt }
}

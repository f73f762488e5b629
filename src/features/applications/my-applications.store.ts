import { create } from 'zustand'
import type { OpenedApplication } from '#contract/applications.ts'
import { signIn } from '#src/lib/api.ts'
import { host } from '#src/lib/host.ts'
import { onCleared } from '#src/lib/storage.ts'
import type { Failure } from '#contract/error.ts'
import { slipApi } from './slip-api.ts'

export type Mine =
  | { kind: 'not-asked' }
  | { kind: 'asking' }
  | { kind: 'ready'; applications: OpenedApplication[]; askedAt: string }
  /** The person said no: everything else goes on. */
  | { kind: 'refused' }
  /** Not inside Zalo, or this Zalo cannot. */
  | { kind: 'no-zalo' }
  | { kind: 'no-number' }
  | { kind: 'failed'; error: Failure }

export const useMine = create<{ mine: Mine }>(() => ({ mine: { kind: 'not-asked' } }))

onCleared(() => useMine.setState({ mine: { kind: 'not-asked' } }))

/** To be called on a tap, after the reason has been said: Zalo asks the person for the number. */
export async function askForMine(): Promise<void> {
  if (useMine.getState().mine.kind === 'asking') return
  useMine.setState({ mine: { kind: 'asking' } })
  useMine.setState({ mine: await find() })
}

export function forgetMine(): void {
  useMine.setState({ mine: { kind: 'not-asked' } })
}

/** First the session, then the consent: when signing in fails, nobody has been asked for anything. */
async function find(): Promise<Mine> {
  const access = await signIn()
  if (access.kind !== 'ok') return troubleOf(access.kind)
  const known = await list()
  if (isSignedOut(known)) await signIn(true)
  else if (known.kind !== 'no-number') return known
  const phone = await host().getPhoneToken()
  if (phone.kind !== 'ok') return troubleOf(phone.kind)
  const body = { accessToken: access.data, phoneToken: phone.data }
  const vouched = await slipApi.verification.phone({ body })
  return vouched.ok ? list() : failure(vouched.error)
}

/** The server has ended the session before its time. */
function isSignedOut(mine: Mine): boolean {
  return mine.kind === 'failed' && mine.error.code === 'unauthorised'
}

async function list(): Promise<Mine> {
  const result = await slipApi.slip.mine()
  if (!result.ok) return failure(result.error)
  return { kind: 'ready', applications: result.data.applications, askedAt: new Date().toISOString() }
}

function failure(error: Failure): Mine {
  return error.code === 'forbidden' ? { kind: 'no-number' } : { kind: 'failed', error }
}

function troubleOf(kind: string): Mine {
  if (kind === 'denied' || kind === 'cancelled') return { kind: 'refused' }
  if (kind === 'not-in-host' || kind === 'unsupported') return { kind: 'no-zalo' }
  return { kind: 'failed', error: { code: 'unavailable' } }
}

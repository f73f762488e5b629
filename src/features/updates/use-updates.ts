import { useEffect, useState } from 'react'
import type { Failure } from '#contract/error.ts'
import { consentVersion } from '#contract/updates.ts'
import { signIn } from '#src/lib/api.ts'
import { host } from '#src/lib/host.ts'
import { updatesApi } from './updates-api.ts'

/** Why it could not be turned on, when nobody has failed. */
export type Obstacle = 'denied' | 'not-allowed' | 'too-old' | 'look-up-again'

export type UpdatesState =
  | { kind: 'asking' }
  /** The unit has no Official Account connected: nothing is offered. */
  | { kind: 'none' }
  | { kind: 'off' | 'on'; oaId: string; busy?: true; obstacle?: Obstacle; failure?: Failure }
  | { kind: 'failed'; failure: Failure }

type Shown = Extract<UpdatesState, { oaId: string }>

export function useUpdates(pass: string) {
  const [state, setState] = useState<UpdatesState>({ kind: 'asking' })
  useEffect(() => {
    void findState(pass).then(setState)
  }, [pass])

  const tryAgain = () => {
    setState({ kind: 'asking' })
    void findState(pass).then(setState)
  }
  const act = async (shown: Shown, work: (shown: Shown) => Promise<Partial<Shown>>) => {
    const { kind, oaId } = shown
    setState({ kind, oaId, busy: true })
    setState({ kind, oaId, ...(await work(shown)) })
  }
  return {
    state,
    tryAgain,
    turnOn: (shown: Shown) => act(shown, ({ oaId }) => turnOn(pass, oaId)),
    turnOff: (shown: Shown) => act(shown, () => turnOff(pass)),
  }
}

async function findState(pass: string): Promise<UpdatesState> {
  // It shows no sheet: only so is it known whether this person is being told already.
  if (host().name !== 'browser') await signIn()
  const result = await updatesApi.state({ body: { pass } })
  if (!result.ok) return { kind: 'failed', failure: result.error }
  const { oaId, on } = result.data
  return oaId === null ? { kind: 'none' } : { kind: on ? 'on' : 'off', oaId }
}

/** Ours has been said on the screen; now Zalo asks, and only then does the server hear of it. */
async function turnOn(pass: string, oaId: string): Promise<Partial<Shown>> {
  const allowed = await host().allowMessages(oaId)
  if (allowed.kind === 'denied' || allowed.kind === 'cancelled') return { obstacle: 'denied' }
  if (allowed.kind === 'unsupported') return { obstacle: 'too-old' }
  const access = await signIn()
  if (allowed.kind !== 'ok' || access.kind !== 'ok') return { failure: { code: 'unavailable' } }
  const body = { pass, consent: consentVersion, accessToken: access.data } as const
  const result = await updatesApi.start({ body })
  if (result.ok) return { kind: 'on' }
  if (result.error.code === 'conflict') return { obstacle: 'not-allowed' }
  if (result.error.code === 'not-found') return { obstacle: 'look-up-again' }
  return { failure: result.error }
}

async function turnOff(pass: string): Promise<Partial<Shown>> {
  await signIn()
  let result = await updatesApi.stop({ body: { pass } })
  // Our session may have ended before its time: saying no must not fail for that.
  if (!result.ok && result.error.code === 'unauthorised') {
    await signIn(true)
    result = await updatesApi.stop({ body: { pass } })
  }
  if (result.ok) return { kind: 'off' }
  return result.error.code === 'not-found' ? { obstacle: 'look-up-again' } : { failure: result.error }
}

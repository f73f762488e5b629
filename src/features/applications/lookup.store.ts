import { create } from 'zustand'
import { ApplicationCode, type OpenedApplication } from '#contract/applications.ts'
import type { Result } from '#contract/error.ts'
import { api } from '#src/lib/api.ts'
import type { Remote } from '#src/lib/remote.ts'
import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'
import type { LookupFields } from './check-lookup.ts'
import { slipApi } from './slip-api.ts'

/** Only the code is ever kept on the phone: with the factor beside it the slip would be open to any finder. */
const codeKey = 'application-code'

interface LookupState {
  remote: Remote<OpenedApplication>
  /** The code or secret of the last try, to recognise a link to another application. */
  asked: string
  askedAt: string
}

const start: LookupState = { remote: { kind: 'idle' }, asked: '', askedAt: '' }

/** What was opened by hand, by code and factor. */
export const useLookup = create<LookupState>(() => start)
/** What was opened by a link, from a slip or a relative. */
export const useOpenedSlip = create<LookupState>(() => start)

export async function lookUp({ code, factor }: LookupFields): Promise<void> {
  const found = await ask(useLookup, code, () => api.applications.lookup({ body: { code, factor } }))
  if (found) await writeStored(codeKey, code)
}

/** The secret stays in memory only: whoever reloads the page scans again, or saves the application first. */
export async function openSecret(secret: string): Promise<void> {
  await ask(useOpenedSlip, secret, () => slipApi.slip.open({ body: { secret } }))
}

/** The same secret once more. */
export function openSecretAgain(): void {
  void openSecret(useOpenedSlip.getState().asked)
}

async function ask(
  store: typeof useLookup,
  asked: string,
  call: () => Promise<Result<OpenedApplication>>,
): Promise<boolean> {
  if (store.getState().remote.kind === 'loading') return false
  const loading: LookupState = { ...start, remote: { kind: 'loading' }, asked }
  store.setState(loading)
  const result = await call()
  if (store.getState().remote !== loading.remote) return false
  store.setState(
    result.ok
      ? { remote: { kind: 'ready', data: result.data }, askedAt: new Date().toISOString() }
      : { remote: { kind: 'failed', error: result.error } },
  )
  return result.ok
}

export function startLookupAgain(): void {
  useLookup.setState(start)
  useOpenedSlip.setState(start)
}

/** A link to an application: what was shown before belongs to another one. */
export function lookUpFromLink(code: string): void {
  if (useLookup.getState().asked !== code) startLookupAgain()
}

export async function rememberedCode(): Promise<string | undefined> {
  return readStored(codeKey, ApplicationCode)
}

export function forgetCode(): Promise<void> {
  return removeStored(codeKey)
}

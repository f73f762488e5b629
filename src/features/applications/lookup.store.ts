import { create } from 'zustand'
import { ApplicationCode, type OpenedApplication } from '#contract/applications.ts'
import { api } from '#src/lib/api.ts'
import type { Remote } from '#src/lib/remote.ts'
import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'
import type { LookupFields } from './check-lookup.ts'

/** Only the code is ever kept on the phone: with the factor beside it the slip would be open to any finder. */
const codeKey = 'application-code'

interface LookupState {
  remote: Remote<OpenedApplication>
  /** The code of the last try, to recognise a link to another application. */
  code: string
  askedAt: string
}

const start: LookupState = { remote: { kind: 'idle' }, code: '', askedAt: '' }

export const useLookup = create<LookupState>(() => start)

export async function lookUp({ code, factor }: LookupFields): Promise<void> {
  if (useLookup.getState().remote.kind === 'loading') return
  const asked: LookupState = { ...start, remote: { kind: 'loading' }, code }
  useLookup.setState(asked)
  const result = await api.applications.lookup({ body: { code, factor } })
  if (useLookup.getState().remote !== asked.remote) return
  if (!result.ok) return useLookup.setState({ remote: { kind: 'failed', error: result.error } })
  useLookup.setState({
    remote: { kind: 'ready', data: result.data },
    askedAt: new Date().toISOString(),
  })
  await writeStored(codeKey, code)
}

export function startLookupAgain(): void {
  useLookup.setState(start)
}

/** A link to an application: what was shown before belongs to another one. */
export function lookUpFromLink(code: string): void {
  if (useLookup.getState().code !== code) startLookupAgain()
}

export async function rememberedCode(): Promise<string | undefined> {
  return readStored(codeKey, ApplicationCode)
}

export function forgetCode(): Promise<void> {
  return removeStored(codeKey)
}

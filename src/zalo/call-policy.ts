import { timedOut, resultOfError } from './error-result.ts'
import { failed, ok, type HostResult } from './host.ts'

export interface CallKind {
  /** Shows a native sheet: the person needs time, and a second sheet must not open over it. */
  sheet?: boolean
  /** A sheet that also sends something needs more than the person's time. */
  sends?: boolean
  /** Emergency calls wait for nobody. */
  urgent?: boolean
}

const sheetTimeoutMs = 60_000
const sendingTimeoutMs = 5 * 60_000
const callTimeoutMs = 5_000

/** The SDK rejects the fourth call within a second; two leave room for the calls it makes itself. */
const callsPerWindow = 2
const windowMs = 1_050

export type RunCall = <T>(call: () => Promise<T> | T, kind?: CallKind) => Promise<HostResult<T>>

export function createCallPolicy(): RunCall {
  const waitForTurn = createSpacing()
  let sheetOpen = false

  return async (call, kind = {}) => {
    if (kind.sheet && sheetOpen) return { kind: 'limited' }
    if (kind.sheet) sheetOpen = true
    try {
      if (!kind.urgent) await waitForTurn()
      return await withTimeout(call, timeoutOf(kind))
    } finally {
      if (kind.sheet) sheetOpen = false
    }
  }
}

function timeoutOf({ sheet, sends }: CallKind): number {
  if (sends) return sendingTimeoutMs
  return sheet ? sheetTimeoutMs : callTimeoutMs
}

function createSpacing(): () => Promise<void> {
  let starts: number[] = []
  return async () => {
    const now = performance.now()
    const last = starts[starts.length - 1] ?? now
    const oldest = starts.length < callsPerWindow ? now : (starts[0] ?? now) + windowMs
    const start = Math.max(now, last, oldest)
    starts = [...starts, start].slice(-callsPerWindow)
    if (start > now) await new Promise((resolve) => setTimeout(resolve, start - now))
  }
}

/** Several SDK calls never settle when the bridge is missing, so none is awaited without a limit. */
export async function withTimeout<T>(call: () => Promise<T> | T, ms: number): Promise<HostResult<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<HostResult<T>>((resolve) => {
    timer = setTimeout(() => resolve(failed(timedOut)), ms)
  })
  try {
    return await Promise.race([settle(call), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

async function settle<T>(call: () => Promise<T> | T): Promise<HostResult<T>> {
  try {
    return ok(await call())
  } catch (error) {
    return resultOfError(error)
  }
}

import { failed, type HostResult } from './host.ts'

export const badRequest = -1400
export const timedOut = -1408

/** The SDK rejects with a plain object: `instanceof` tells nothing, only a numeric `code` does. */
export function errorCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'number' ? error.code : undefined
}

export function resultOfError(error: unknown): HostResult<never> {
  const code = errorCode(error)
  switch (code) {
    case -201: // refused in a native sheet
    case -202: // refused, and "do not ask again"
    case -2002: // refused, as the SDK words it
      return { kind: 'denied' }
    case -2003:
    case -606:
      return { kind: 'cancelled' }
    case -1404:
      return { kind: 'unsupported' }
    case -1409:
      return { kind: 'limited' }
    default:
      return failed(code)
  }
}

/** The SDK's own "please try again later" codes; a failure without a code is a file that did not load. */
export function isRetryable(result: HostResult<unknown>): boolean {
  if (result.kind === 'limited') return true
  if (result.kind !== 'failed') return false
  return result.code === undefined || [-2000, timedOut, -1410].includes(result.code)
}

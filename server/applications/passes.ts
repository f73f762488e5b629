import { ApiError } from '../http/api-error.ts'
import { open, seal } from '../keys/seal.ts'

/** What somebody who has opened an application may do with it. */
export interface Pass {
  applicationId: number
  /** False for who came by a share: they may read and keep, but not pass it on. */
  full: boolean
}

const minutes = 30

/** Sealed instead of stored, so that a successful look-up stays free of writes. */
export function sealPass(key: Buffer, { applicationId, full }: Pass, now: Date): string {
  const until = now.getTime() + minutes * 60_000
  return seal(key, JSON.stringify([applicationId, full, until])).toString('base64url')
}

/** A pass that is forged, or older than half an hour, is refused like an application that does not exist. */
export function readPass(key: Buffer, pass: string, now: Date): Pass {
  const [applicationId, full, until] = contentOf(key, pass)
  if (until <= now.getTime()) throw new ApiError('not-found')
  return { applicationId, full }
}

function contentOf(key: Buffer, pass: string): [number, boolean, number] {
  try {
    return JSON.parse(open(key, Buffer.from(pass, 'base64url'))) as [number, boolean, number]
  } catch {
    throw new ApiError('not-found')
  }
}

import { hash, timingSafeEqual } from 'node:crypto'
import { type Challenge, isSolved, type Proof } from '#contract/proof-of-work.ts'
import { keyedHash } from '../keys/seal.ts'

const minutesToSolve = 10
const form = /^(\d+)\.(\d+)\.(\d+)\.([\w-]{43})$/
const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

/**
 * 128 parts of 2^10 hashes are 131,000 in the mean and hardly ever a fourth more: about a second on a processor slowed six
 * times (`npm run bench`); half of it while only one address is busy.
 */
export const heavyWork = { bits: 10, parts: 128 } as const
export const lightWork = { bits: 10, parts: 64 } as const

/**
 * Challenges are signed, not stored. Each holds for one client key, and a key stores one tip or message whatever is sent
 * under it: that makes a proof good for a single use.
 */
export function makeChallenge(
  key: Buffer,
  clientKey: string,
  work: { bits: number; parts: number },
  now: Date,
): Challenge {
  const { bits, parts } = work
  const until = Math.floor(now.getTime() / 60_000) + minutesToSolve
  return { challenge: `${bits}.${parts}.${until}.${sign(key, clientKey, bits, parts, until)}`, bits, parts }
}

export function isProof(key: Buffer, clientKey: string, { challenge, numbers }: Proof, now: Date): boolean {
  const [, bits, parts, until, signature] = (form.exec(challenge) ?? []).map(String)
  if (signature === undefined || now.getTime() / 60_000 > Number(until)) return false
  const own = sign(key, clientKey, Number(bits), Number(parts), Number(until))
  if (!timingSafeEqual(Buffer.from(own), Buffer.from(signature))) return false
  if (numbers.length !== Number(parts)) return false
  return numbers.every((number, part) => isSolved(sha256, challenge, Number(bits), part, number))
}

function sign(key: Buffer, clientKey: string, bits: number, parts: number, until: number): string {
  return keyedHash(key, 'challenge', clientKey, `${bits}.${parts}.${until}`).toString('base64url')
}

import { createHmac, randomBytes } from 'node:crypto'
import { randomLength, secretAlphabet, withCheckSign } from '#contract/slip-secret.ts'
import type { Queries } from '../db/database.ts'
import { keyedHash } from '../keys/seal.ts'
import { deleteSecrets, insertSecret } from './slip-secrets.repo.ts'

const phoneDays = 120
const renewedAfterDays = 30
const dayMs = 24 * 60 * 60_000

/** A phone that nobody opens a file with any more, or that was cleared without network, keeps it no longer than this. */
export const keptUntil = (now: Date) => new Date(now.getTime() + phoneDays * dayMs)

/** Most openings cost no write. */
export const needsRenewal = (expiresAt: Date, now: Date) =>
  keptUntil(now).getTime() - expiresAt.getTime() >= renewedAfterDays * dayMs

/** 26 signs of 5 random bits each, and the check sign. */
export const newSecret = () => signsOf(randomBytes(randomLength))

/** For invented applications, whose secrets are printed at every start while only their hashes are stored. */
export function demoSecret(lookups: Buffer, code: string): string {
  return signsOf(createHmac('sha256', lookups).update(`demo slip ${code}`).digest())
}

/** 256 is a multiple of 32, so every sign is equally likely. */
function signsOf(bytes: Buffer): string {
  const signs = Array.from(bytes.subarray(0, randomLength), (byte) => secretAlphabet.charAt(byte % 32))
  return withCheckSign(signs.join(''))
}

export const secretHash = (lookups: Buffer, secret: string) => keyedHash(lookups, 'slip secret', secret)

/**
 * The secret of the QR on the slip; `slipLink` makes the link of it. Whoever prints the slip must do so now, because
 * only a hash is stored. A slip that was printed before opens nothing any more.
 */
export async function issueSlip(
  tx: Queries,
  lookups: Buffer,
  { applicationId, now, secret = newSecret() }: { applicationId: number; now: Date; secret?: string },
): Promise<string> {
  await deleteSecrets(tx, applicationId, ['slip'])
  const row = {
    hash: secretHash(lookups, secret),
    applicationId,
    kind: 'slip',
    madeAt: now,
    expiresAt: null,
  } as const
  await insertSecret(tx, row)
  return secret
}

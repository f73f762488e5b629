import { ApiError } from '../http/api-error.ts'
import type { LookupContext } from './look-up.ts'
import { type Pass, readPass } from './passes.ts'
import { countPhones, deleteSecrets, insertSecret, keepNewestPhones } from './slip-secrets.repo.ts'
import { keptUntil, newSecret, secretHash } from './slip-secrets.ts'

const shareMinutes = 10
const mostPhones = 30

/** A secret for the phone to keep: unlike code and factor it can be taken back. */
export async function keepOnPhone(context: LookupContext, pass: string): Promise<{ secret: string }> {
  const { db, key, passKey, clock } = context
  const now = clock()
  const { applicationId, full } = readPass(passKey, pass, now)
  const secret = newSecret()
  await db.tx(async (tx) => {
    await keepNewestPhones(tx, applicationId, mostPhones - 1)
    await insertSecret(tx, {
      hash: secretHash(key, secret),
      applicationId,
      kind: full ? 'phone' : 'relative',
      madeAt: now,
      expiresAt: keptUntil(now),
    })
  })
  return { secret }
}

/** One share at a time: showing a new QR ends the one before. */
export async function shareSlip(context: LookupContext, pass: string) {
  const { db, key, clock } = context
  const now = clock()
  const { applicationId } = readFullPass(context, pass)
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + shareMinutes * 60_000)
  const phones = await db.tx(async (tx) => {
    await deleteSecrets(tx, applicationId, ['share'])
    await insertSecret(tx, {
      hash: secretHash(key, secret),
      applicationId,
      kind: 'share',
      madeAt: now,
      expiresAt,
    })
    return countPhones(tx, applicationId)
  })
  return { secret, expiresAt: expiresAt.toISOString(), phones }
}

export async function releaseOthers(
  context: LookupContext,
  pass: string,
  except: string | null,
): Promise<void> {
  const { applicationId } = readFullPass(context, pass)
  const kept = except === null ? undefined : secretHash(context.key, except)
  await deleteSecrets(context.db, applicationId, ['phone', 'relative', 'share'], kept)
}

/** Who came by a share has been trusted by the owner; whom else to trust is the owner's choice. */
function readFullPass({ passKey, clock }: LookupContext, pass: string): Pass {
  const read = readPass(passKey, pass, clock())
  if (!read.full) throw new ApiError('forbidden')
  return read
}

import { addDays, dayOf } from '#contract/day.ts'
import { issueSlip } from '#server/applications/slip-secrets.ts'
import { phoneHash } from '#server/keys/phone-hash.ts'
import { addApplication, step } from '#server/testing/builders.ts'
import type { startPortal } from './start-portal.ts'

type Portal = Awaited<ReturnType<typeof startPortal>>
type Changes = Parameters<typeof addApplication>[2] & { phone?: string }

export const inDays = (count: number) => addDays(dayOf(new Date()), count)
export const received = step({ promisedOn: inDays(20) })

/** An application with its printed slip. */
export async function printSlip({ db, keys }: Portal, { phone, ...changes }: Changes = {}) {
  const applicationId = await addApplication(db, keys, {
    steps: [received],
    phoneHash: phone ? phoneHash(keys.lookups, phone) : null,
    ...changes,
  })
  const secret = await db.tx((tx) => issueSlip(tx, keys.lookups, { applicationId, now: new Date() }))
  return { applicationId, secret }
}

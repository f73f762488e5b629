import { forgetArrived } from './parcels.store.ts'
import { sendParcels } from './send-parcels.ts'
import { readTip } from './tip-storage.ts'

/** Without the tip screen: only what belongs to a tip that has arrived. */
export async function resumeFiles(): Promise<void> {
  await sendParcels()
  const record = await readTip()
  // A receipt that is still to be kept tells how its files are; without one there is nobody to tell.
  if (!record?.receipt && !record?.attempts.length) await forgetArrived()
}

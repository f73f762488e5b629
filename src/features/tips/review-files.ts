import { isLost, removeOtherFiles } from '#src/lib/phone-files.ts'
import { loadParcels, useParcels } from './parcels.store.ts'
import { isWaiting } from './tip-file.ts'
import { changeTipFiles, useTip } from './tip.store.ts'

/** At opening: what the device has lost is said, and what nothing leads to any more is removed. */
export async function reviewFiles(): Promise<void> {
  await loadParcels()
  const { files, clientKey } = useTip.getState().record
  const lost = new Set<string>()
  for (const { fileKey, size } of files.filter(isWaiting)) {
    if (await isLost(fileKey, size)) lost.add(fileKey)
  }
  const { record } = useTip.getState()
  if (record.clientKey !== clientKey) return
  if (lost.size > 0) {
    await changeTipFiles(
      record.files.map((file) => (lost.has(file.fileKey) ? { ...file, outcome: 'lost' as const } : file)),
    )
  }
  const parcels = useParcels.getState().parcels.flatMap((parcel) => parcel.files)
  await removeOtherFiles([...record.files, ...parcels].map(({ fileKey }) => fileKey))
}

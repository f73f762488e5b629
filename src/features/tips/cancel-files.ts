import { announce } from '#src/ui/live.tsx'
import { removeFromParcel, useParcels } from './parcels.store.ts'
import { isWaiting, type TipFile } from './tip-file.ts'
import { tipFilesApi } from './tip-files-api.ts'

/** Here at once; the server forgets its part when it hears of it, or by itself after a time. */
export async function cancelFile({ fileKey, name }: TipFile): Promise<void> {
  const { parcels } = useParcels.getState()
  const parcel = parcels.find(({ files }) => files.some((file) => file.fileKey === fileKey))
  if (!parcel) return
  await removeFromParcel(fileKey)
  announce(`Đã bỏ tệp ${name}.`)
  const removed = await tipFilesApi.remove({ body: { clientKey: parcel.clientKey, fileKey } })
  const arrived = !removed.ok && removed.error.code === 'conflict'
  if (arrived) announce(`Tệp ${name} đã đến nơi trước khi bạn bỏ.`)
}

export async function cancelWaiting(): Promise<void> {
  const files = useParcels.getState().parcels.flatMap((parcel) => parcel.files)
  await Promise.all(files.filter(isWaiting).map(cancelFile))
}

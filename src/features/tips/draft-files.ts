import { create } from 'zustand'
import { mostTipFiles } from '#contract/tip-files.ts'
import { keepFile, removeFiles } from '#src/lib/phone-files.ts'
import { addToParcel, useParcels } from './parcels.store.ts'
import { prepareAll, type Problem } from './prepare-all.ts'
import { startSending } from './start-sending.ts'
import type { TipFile } from './tip-file.ts'
import { tipFilesApi } from './tip-files-api.ts'
import { changeTipFiles, useTip } from './tip.store.ts'

interface DraftFilesState {
  /** So many chosen files are still being made ready. */
  preparing: number
  /** Of the last choice. */
  problems: readonly Problem[]
  /** The device did not take some file: it is gone when the app closes. */
  onlyHere: boolean
}

export const useDraftFiles = create<DraftFilesState>()(() => ({
  preparing: 0,
  problems: [],
  onlyHere: false,
}))

let queue: Promise<unknown> = Promise.resolve()

/** Sending the words waits for none of this: what is ready too late follows the tip as one more file of its parcel. */
export function addFiles(chosen: readonly File[]): Promise<void> {
  if (chosen.length === 0) return Promise.resolve()
  const { clientKey } = useTip.getState().record
  useDraftFiles.setState(({ preparing }) => ({ preparing: preparing + chosen.length, problems: [] }))
  const done = queue.then(async () => {
    const problems = await prepareAll(chosen, {
      room: () => mostTipFiles - filesOf(clientKey).length,
      onFile: (file, bytes) => keep(clientKey, file, bytes),
    })
    useDraftFiles.setState(({ preparing }) => ({ preparing: preparing - chosen.length, problems }))
  })
  queue = done
  return done
}

function filesOf(clientKey: string): readonly TipFile[] {
  const { record } = useTip.getState()
  if (record.clientKey === clientKey) return record.files
  return useParcels.getState().parcels.find((parcel) => parcel.clientKey === clientKey)?.files ?? []
}

async function keep(clientKey: string, file: TipFile, bytes: Blob): Promise<void> {
  const kept = await keepFile(file.fileKey, bytes)
  if (!kept) useDraftFiles.setState({ onlyHere: true })
  await attach(clientKey, file)
}

/** To its tip, wherever that is by now: being written, sent, or thrown away. */
export async function attach(clientKey: string, file: TipFile): Promise<void> {
  const { record } = useTip.getState()
  if (record.clientKey === clientKey) return changeTipFiles([...record.files, file])
  const wasSent = useParcels.getState().parcels.some((parcel) => parcel.clientKey === clientKey)
  if (!wasSent) return removeFiles([file.fileKey])
  await addToParcel(clientKey, [file])
  void startSending()
}

export async function removeDraftFile(file: TipFile): Promise<void> {
  const { clientKey, files } = useTip.getState().record
  useDraftFiles.setState({ problems: [] })
  await changeTipFiles(files.filter(({ fileKey }) => fileKey !== file.fileKey))
  await removeFiles([file.fileKey])
  // Zalo has sent it already. Unheard, it is swept with the tip that never came, or stays with the one that did.
  if (file.outcome === 'stored') await tipFilesApi.remove({ body: { clientKey, fileKey: file.fileKey } })
}

export async function moveUp(at: number): Promise<void> {
  const files = [...useTip.getState().record.files]
  const [moved] = files.splice(at, 1)
  if (!moved || at === 0) return
  files.splice(at - 1, 0, moved)
  await changeTipFiles(files)
}

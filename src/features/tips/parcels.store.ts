import * as v from 'valibot'
import { create } from 'zustand'
import type { Failure } from '#contract/error.ts'
import { removeFiles } from '#src/lib/phone-files.ts'
import { readStored, removeStored, writeStored } from '#src/lib/storage.ts'
import { markUnsent } from '#src/lib/unsent-files.ts'
import { isWaiting, TipFile, type FileOutcome } from './tip-file.ts'

/** Files of one tip that has arrived, under the key that the tip was sent with. */
const Parcel = v.object({ clientKey: v.string(), files: v.array(TipFile) })
export type Parcel = v.InferOutput<typeof Parcel>

const key = 'tip-parcels'
const Stored = v.array(Parcel)
type Parcels = v.InferOutput<typeof Stored>

interface ParcelState {
  parcels: Parcels
  /** The file on its way and how much of it has arrived. */
  current: { fileKey: string; received: number } | undefined
  /** Why sending has stopped; nothing goes on by itself but for the return of the network. */
  stopped: Failure | undefined
}

export const useParcels = create<ParcelState>()(() => ({
  parcels: [],
  current: undefined,
  stopped: undefined,
}))

let queue: Promise<unknown> = Promise.resolve()
/** Changes that are not written yet: what is read before them must not replace what they have made. */
let unwritten = 0

function inTurn(job: () => Promise<void>): Promise<void> {
  const done = queue.then(job)
  queue = done.catch(() => undefined)
  return done
}

const read = async () => (await readStored(key, Stored)) ?? []

/** Another window may have sent some in the meantime. */
export function loadParcels(): Promise<void> {
  return inTurn(async () => {
    const parcels = await read()
    if (unwritten === 0) useParcels.setState({ parcels })
  })
}

/** Seen at once, and written as a change to what the phone has by then: another window writes there too. */
function changeParcels(change: (parcels: Parcels) => Parcels): Promise<void> {
  unwritten += 1
  useParcels.setState(({ parcels }) => ({ parcels: change(parcels) }))
  return inTurn(async () => {
    const next = change(await read())
    markUnsent(next.some(({ files }) => files.some(isWaiting)))
    await (next.length > 0 ? writeStored(key, next) : removeStored(key))
    unwritten -= 1
    if (unwritten === 0) useParcels.setState({ parcels: next })
  })
}

/** Twice the same is once: a phone may learn of one receipt more than once. */
export function addToParcel(clientKey: string, files: readonly TipFile[]): Promise<void> {
  if (files.length === 0) return Promise.resolve()
  return changeParcels((parcels) => {
    const before = parcels.find((parcel) => parcel.clientKey === clientKey)?.files ?? []
    const more = files.filter(({ fileKey }) => !before.some((file) => file.fileKey === fileKey))
    const others = parcels.filter((parcel) => parcel.clientKey !== clientKey)
    return [...others, { clientKey, files: [...before, ...more] }]
  })
}

/** First the word that it has arrived, then the bytes: the other way round a kill would make it a lost file. */
export async function settleFile(fileKey: string, outcome: FileOutcome): Promise<void> {
  await changeFiles((file) => [file.fileKey === fileKey ? { ...file, outcome } : file])
  await removeFiles([fileKey])
}

export async function removeFromParcel(fileKey: string): Promise<void> {
  await changeFiles((file) => (file.fileKey === fileKey ? [] : [file]))
  await removeFiles([fileKey])
}

/** What has arrived needs no mention any more; what was refused does, until the person has seen it. */
export async function forgetArrived(): Promise<void> {
  if (!useParcels.getState().parcels.some(hasArrived)) return
  await changeParcels((parcels) => parcels.filter((parcel) => !hasArrived(parcel)))
}

const hasArrived = ({ files }: Parcel) => files.every(({ outcome }) => outcome === 'stored')

/** The person has read what did not arrive. */
export function dismissSettled(): Promise<void> {
  return changeFiles((file) => (isWaiting(file) ? [file] : []))
}

/** The bytes are for the caller to remove. */
export async function forgetParcels(): Promise<void> {
  useParcels.setState({ current: undefined, stopped: undefined })
  await changeParcels(() => [])
}

function changeFiles(change: (file: TipFile) => TipFile[]): Promise<void> {
  return changeParcels((parcels) =>
    parcels
      .map((parcel) => ({ ...parcel, files: parcel.files.flatMap(change) }))
      .filter(({ files }) => files.length > 0),
  )
}

import { readFile } from '#src/lib/phone-files.ts'
import { loadParcels, settleFile, useParcels, type Parcel } from './parcels.store.ts'
import { sendFile, type Sent } from './send-file.ts'
import { nextToSend, type TipFile } from './tip-file.ts'

let running: Promise<void> | undefined

/** Sends what waits, one file at a time, until nothing waits or the network gives up. Asked twice, it runs once. */
export function sendParcels(): Promise<void> {
  running ??= alone(run).finally(() => {
    running = undefined
    const { parcels, stopped } = useParcels.getState()
    // Something may have come in while the last file was being put away.
    if (!stopped && nextOf(parcels)) void sendParcels()
  })
  return running
}

/** Of several windows one sends; the next goes on when that one is closed. Two would only send everything twice. */
async function alone(job: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager }
  await (locks ? locks.request('citizen-portal.files', job) : job())
}

async function run(): Promise<void> {
  window.addEventListener('online', goOn)
  useParcels.setState({ stopped: undefined })
  await loadParcels()
  for (;;) {
    const next = nextOf(useParcels.getState().parcels)
    if (!next) return
    const result = await sendOne(next.clientKey, next.file)
    useParcels.setState({ current: undefined })
    if (result.kind === 'stopped') return useParcels.setState({ stopped: result.error })
    if (result.kind === 'done') await settleFile(next.file.fileKey, result.outcome)
  }
}

function goOn(): void {
  if (useParcels.getState().stopped) void sendParcels()
}

async function sendOne(clientKey: string, file: TipFile): Promise<Sent> {
  const { fileKey, size } = file
  useParcels.setState({ current: { fileKey, received: 0 } })
  return sendFile({
    owner: { clientKey },
    fileKey,
    size,
    read: (from, to) => readFile(fileKey, from, to),
    tell: (received) => useParcels.setState({ current: { fileKey, received } }),
    isOver: () => !isKnown(fileKey),
  })
}

const isKnown = (fileKey: string) =>
  useParcels.getState().parcels.some(({ files }) => files.some((file) => file.fileKey === fileKey))

function nextOf(parcels: readonly Parcel[]): { clientKey: string; file: TipFile } | undefined {
  const file = nextToSend(parcels.flatMap(({ files }) => files))
  const parcel = parcels.find(({ files }) => file && files.includes(file))
  return file && parcel ? { clientKey: parcel.clientKey, file } : undefined
}

import { later } from './later.tsx'
import { useParcels } from './parcels.store.ts'

const loadField = () => import('./tip-files-field.tsx').then((module) => module.TipFilesField)
const SentFiles = later(() => import('./sent-files.tsx').then((module) => module.SentFiles))

// Fetched with the screen, so that it is there when the network is not.
loadField().catch(() => undefined)

export const TipFilesLater = later(loadField)

export function SentFilesLater({ title }: { title: string }) {
  const any = useParcels(({ parcels }) => parcels.length > 0)
  return any ? <SentFiles title={title} /> : null
}

import { Button } from '#src/ui/button.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { later } from './later.tsx'
import { useParcels } from './parcels.store.ts'

const loadField = () => import('./tip-files-field.tsx').then((module) => module.TipFilesField)
const loadSent = () => import('./sent-files.tsx').then((module) => module.SentFiles)
const loadSending = () => import('./send-parcels.ts')

// Fetched with the screen, so that it is there when the network comes and goes: what did not load once stays away until
// the page itself is loaded again.
for (const load of [loadField, loadSent, loadSending]) load().catch(() => undefined)

export const TipFilesLater = later(loadField)
const SentFiles = later(loadSent, StillHere)

export function SentFilesLater({ title }: { title: string }) {
  const any = useParcels(({ parcels }) => parcels.length > 0)
  return any ? <SentFiles title={title} /> : null
}

function StillHere() {
  return (
    <Notice tone="warning" title="Ảnh và tệp chưa gửi xong" role="status">
      <p>Tệp còn trên máy này. Bạn tải lại trang khi có mạng để gửi tiếp.</p>
      <Button kind="secondary" onClick={() => window.location.reload()}>
        Tải lại trang
      </Button>
    </Notice>
  )
}

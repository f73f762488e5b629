import { Button } from '#src/ui/button.tsx'
import { Section } from '#src/ui/section.tsx'
import { cancelFile, cancelWaiting } from './cancel-files.ts'
import { useDraftFiles } from './draft-files.ts'
import { FilesOnTheirWay } from './files-on-their-way.tsx'
import { dismissSettled, useParcels } from './parcels.store.ts'
import { startSending } from './start-sending.ts'
import { isWaiting } from './tip-file.ts'
import './tips.css'

/** How the files of tips that have arrived are doing. Draws nothing when there are none. */
export function SentFiles({ title }: { title: string }) {
  const state = useParcels()
  const files = state.parcels.flatMap((parcel) => parcel.files)
  if (files.length === 0) return null
  const allArrived = files.every(({ outcome }) => outcome === 'stored')
  return (
    <Section title={title}>
      <div className="stack">
        <FilesOnTheirWay
          {...state}
          files={files}
          onResume={() => void startSending()}
          onRemove={(file) => void cancelFile(file)}
        />
        {files.some(isWaiting) ? <Waiting /> : !allArrived && <Dismiss />}
      </div>
    </Section>
  )
}

function Waiting() {
  const onlyHere = useDraftFiles((state) => state.onlyHere)
  return (
    <>
      <p className="tip-small">
        {onlyHere
          ? 'Điện thoại đã hết chỗ lưu. Bạn giữ ứng dụng mở đến khi gửi xong.'
          : 'Bạn có thể rời trang này. Lần sau mở ứng dụng, tệp được gửi tiếp.'}
      </p>
      <Button kind="quiet" fullWidth onClick={() => void cancelWaiting()}>
        Không gửi các tệp còn lại
      </Button>
    </>
  )
}

function Dismiss() {
  return (
    <>
      <p className="tip-small">Bạn có thể gửi tệp khác ở trang xem tin bằng mã.</p>
      <Button kind="quiet" fullWidth onClick={() => void dismissSettled()}>
        Ẩn phần này
      </Button>
    </>
  )
}

import type { Failure } from '#contract/error.ts'
import { Button } from '#src/ui/button.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { FileRow } from './file-row.tsx'
import { isWaiting, type TipFile } from './tip-file.ts'
import './tips.css'

interface OnTheirWayProps {
  files: readonly TipFile[]
  /** The one that is being sent. */
  current: { fileKey: string; received: number } | undefined
  /** Why nothing goes on by itself. */
  stopped: Failure | undefined
  onResume: () => void
  onRemove: (file: TipFile) => void
}

export function FilesOnTheirWay({ files, current, stopped, onResume, onRemove }: OnTheirWayProps) {
  const waiting = files.filter(isWaiting).length
  const sending = files.find(({ fileKey }) => fileKey === current?.fileKey)
  return (
    <>
      <p role="status">{statusWords(files, sending)}</p>
      {sending && current && <Progress percent={Math.floor((100 * current.received) / sending.size)} />}
      {stopped && waiting > 0 && (
        <>
          <FailureNotice failure={stopped} />
          <Button fullWidth onClick={onResume}>
            Gửi tiếp
          </Button>
        </>
      )}
      <ol className="tip-saved plain-list">
        {files.map((file, at) => (
          <FileRow
            key={file.fileKey}
            file={file}
            at={at}
            state={rowWords(file, sending)}
            onRemove={isWaiting(file) ? () => onRemove(file) : undefined}
          />
        ))}
      </ol>
    </>
  )
}

function statusWords(files: readonly TipFile[], sending: TipFile | undefined): string {
  const of = files.length
  const waiting = files.filter(isWaiting).length
  const stored = files.filter(({ outcome }) => outcome === 'stored').length
  if (sending) return `Đang gửi tệp ${of - waiting + 1}/${of}.`
  if (waiting > 0) return `Đã lưu trên máy này, chưa gửi: ${waiting} tệp.`
  return stored === of ? `Đã nhận đủ ${of} tệp.` : `Đã nhận ${stored}/${of} tệp.`
}

function rowWords(file: TipFile, sending: TipFile | undefined): string {
  if (file.outcome === 'stored') return 'Đã nhận.'
  return file === sending ? 'Đang gửi…' : 'Chờ gửi.'
}

/** Apart from what is read out: nobody wants to hear every percent. */
function Progress({ percent }: { percent: number }) {
  return (
    <div className="tip-saved__item">
      <progress className="tip-progress" aria-label="Tệp đang gửi" value={percent} max={100} />
      <span aria-hidden="true">{percent}%</span>
    </div>
  )
}

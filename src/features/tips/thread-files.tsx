import { useEffect, useRef, useState } from 'react'
import { mostTipFiles } from '#contract/tip-files.ts'
import { Section } from '#src/ui/section.tsx'
import { FileChooser } from './file-chooser.tsx'
import { FileProblems } from './file-problems.tsx'
import { FilesOnTheirWay } from './files-on-their-way.tsx'
import {
  addThreadFiles,
  closeThreadFiles,
  openThreadFiles,
  removeThreadFile,
  sendThreadFiles,
  useThreadFiles,
} from './thread-files.store.ts'

interface ThreadFilesProps {
  code: string
  /** So many files of this tip lie on the server. */
  count: number
  onArrived: () => void
}

const id = 'thread-files'

export function ThreadFiles({ code, count, onArrived }: ThreadFilesProps) {
  const [before] = useState(count)
  const state = useThreadFiles()
  const { files, preparing, problems } = state
  useEffect(() => {
    openThreadFiles(code, before)
    return closeThreadFiles
  }, [code, before])
  useArrivals(files.filter(({ outcome }) => outcome === 'stored').length, onArrived)
  return (
    <Section title="Ảnh, video hoặc tệp PDF">
      <div className="stack">
        {files.length === 0 && <p>{count === 0 ? 'Chưa có tệp nào.' : `Đã nhận ${count} tệp.`}</p>}
        {files.length > 0 && before > 0 && <p>Trước đó đã nhận {before} tệp.</p>}
        {files.length > 0 && (
          <FilesOnTheirWay
            {...state}
            onResume={() => void sendThreadFiles()}
            onRemove={({ fileKey }) => void removeThreadFile(fileKey)}
          />
        )}
        <FileProblems id={id} preparing={preparing} problems={problems} />
        {count < mostTipFiles ? (
          <>
            <p className="tip-small">
              Tệp được gửi ngay khi bạn chọn. Bạn giữ trang này mở đến khi gửi xong. Mỗi tin nhận nhiều nhất{' '}
              {mostTipFiles} tệp.
            </p>
            <FileChooser
              id={id}
              label="Gửi thêm ảnh, video hoặc PDF"
              onChoose={(chosen) => void addThreadFiles(chosen)}
            />
          </>
        ) : (
          <p>Tin này đã đủ {mostTipFiles} tệp.</p>
        )}
      </div>
    </Section>
  )
}

/** The thread is asked again when one more has arrived, and not at opening. */
function useArrivals(arrived: number, onArrived: () => void): void {
  const tell = useRef(onArrived)
  tell.current = onArrived
  useEffect(() => {
    if (arrived > 0) tell.current()
  }, [arrived])
}

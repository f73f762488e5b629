import { mostTipFiles } from '#contract/tip-files.ts'
import { host } from '#src/lib/host.ts'
import { announce } from '#src/ui/live.tsx'
import { Notice } from '#src/ui/notice.tsx'
import { addFiles, moveUp, removeDraftFile, useDraftFiles } from './draft-files.ts'
import { FileChooser } from './file-chooser.tsx'
import { FileProblems } from './file-problems.tsx'
import { FileRow } from './file-row.tsx'
import { later } from './later.tsx'
import type { TipFile } from './tip-file.ts'
import { useTip } from './tip.store.ts'

const ZaloPictures = later(() => import('./zalo-pictures.tsx').then((module) => module.ZaloPictures))

const id = 'tip-files'

export function TipFilesField() {
  const files = useTip((state) => state.record.files)
  const { preparing, problems, onlyHere } = useDraftFiles()
  return (
    <fieldset className="field" aria-describedby={`${id}-why ${id}-how`}>
      <legend className="field__label">
        Ảnh, video hoặc tệp PDF <span className="field__optional">(không bắt buộc)</span>
      </legend>
      <p id={`${id}-why`} className="field__hint">
        Ảnh giúp cán bộ xác minh nhanh hơn. Không có ảnh, tin vẫn được tiếp nhận. Bạn đừng mạo hiểm để chụp.
      </p>
      <p id={`${id}-how`} className="field__hint">
        Nhiều nhất {mostTipFiles} tệp. Ảnh được thu nhỏ ngay trên máy. Video nhiều nhất 50 MB, cần mạng tốt và
        gửi sau cùng.
      </p>
      {files.length > 0 && <Chosen files={files} />}
      <FileProblems id={id} preparing={preparing} problems={problems} />
      {onlyHere && files.length > 0 && <OnlyHere />}
      {files.length < mostTipFiles ? (
        <>
          <FileChooser
            id={id}
            label="Thêm ảnh, video hoặc PDF"
            onChoose={(chosen) => void addFiles(chosen)}
          />
          {host().name === 'zalo' && <ZaloPictures />}
        </>
      ) : (
        <p>Đã đủ {mostTipFiles} tệp.</p>
      )}
    </fieldset>
  )
}

function Chosen({ files }: { files: readonly TipFile[] }) {
  const remove = async (file: TipFile) => {
    announce(`Đã bỏ tệp ${file.name}.`)
    await removeDraftFile(file)
    // The button that had the focus is gone.
    document.getElementById(id)?.focus()
  }
  return (
    <ol className="tip-saved plain-list">
      {files.map((file, at) => (
        <FileRow
          key={file.fileKey}
          file={file}
          at={at}
          state={file.outcome === 'stored' && 'Đã gửi qua Zalo.'}
          onRemove={() => void remove(file)}
          onMoveUp={at > 0 ? () => void moveUp(at) : undefined}
        />
      ))}
    </ol>
  )
}

function OnlyHere() {
  return (
    <Notice tone="warning" title="Điện thoại đã hết chỗ lưu" role="status">
      <p>Ảnh và tệp chỉ còn trong lần mở này. Bạn đừng đóng ứng dụng trước khi gửi xong.</p>
    </Notice>
  )
}

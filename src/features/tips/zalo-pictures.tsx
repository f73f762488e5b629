import { useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { reasonWords } from './file-words.ts'
import { choosePictureInZalo, type ZaloChoice } from './choose-in-zalo.ts'

const failures: Record<Exclude<ZaloChoice['kind'], 'added' | 'refused'>, string> = {
  nothing: '',
  denied: 'Bạn chưa cho phép Zalo mở ảnh. Bạn dùng nút “Thêm ảnh, video hoặc PDF”.',
  unsupported: 'Zalo trên máy này chưa có cách này. Bạn dùng nút “Thêm ảnh, video hoặc PDF”.',
  failed: 'Chưa gửi được ảnh qua Zalo. Bạn thử lại hoặc dùng nút “Thêm ảnh, video hoặc PDF”.',
}

/** Zalo sends what it picks by itself and at once: that is said before, because the tip is not sent yet. */
export function ZaloPictures() {
  const [busy, setBusy] = useState(false)
  const [words, setWords] = useState('')
  const choose = async () => {
    setBusy(true)
    setWords('')
    const choice = await choosePictureInZalo()
    setBusy(false)
    if (choice.kind === 'added') setWords('Đã gửi ảnh qua Zalo.')
    else setWords(choice.kind === 'refused' ? reasonWords(choice.refusal) : failures[choice.kind])
  }
  return (
    <>
      <p className="field__hint">
        Nếu nút trên không mở được ảnh, bạn chọn qua Zalo. Ảnh được gửi ngay, trước khi bạn gửi tin. Nếu bạn
        không gửi tin, ảnh bị xóa.
      </p>
      <Button kind="secondary" icon="camera" fullWidth busy={busy} onClick={() => void choose()}>
        {busy ? 'Đang gửi ảnh…' : 'Chọn ảnh qua Zalo'}
      </Button>
      <p role="status">{words}</p>
    </>
  )
}

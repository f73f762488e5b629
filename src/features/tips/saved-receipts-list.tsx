import { useEffect, useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { announce } from '#src/ui/live.tsx'
import { useTakenFocus } from '#src/ui/use-taken-focus.ts'
import { readReceipts, removeReceipt } from './saved-receipts.ts'
import './tips.css'

/** Codes kept on this phone, of which only the public half is in sight. */
export function SavedReceipts({ onOpen }: { onOpen: (code: string) => void }) {
  const [codes, setCodes] = useState<string[]>([])
  const [afterRemoval, setAfterRemoval] = useState<string[]>()
  // The button that had the focus is gone.
  const heading = useTakenFocus(afterRemoval)
  useEffect(() => {
    void readReceipts().then(setCodes)
  }, [])
  const remove = async (code: string) => {
    const left = await removeReceipt(code)
    setCodes(left)
    setAfterRemoval(left)
    announce('Đã xóa mã khỏi máy này.')
  }
  if (codes.length === 0 && !afterRemoval) return null
  return (
    <section className="stack" aria-labelledby="saved-receipts">
      <h2 id="saved-receipts" ref={heading} tabIndex={-1}>
        Mã giữ trên máy này
      </h2>
      {codes.length === 0 && <p>Không còn mã nào trên máy này.</p>}
      <ul className="tip-saved plain-list">
        {codes.map((code) => (
          <li key={code} className="tip-saved__item">
            <strong translate="no">{code.slice(0, 5)}…</strong>
            <Button kind="secondary" onClick={() => onOpen(code)}>
              Mở<span className="visually-hidden"> tin {code.slice(0, 5)}</span>
            </Button>
            <Button kind="quiet" onClick={() => void remove(code)}>
              Xóa mã<span className="visually-hidden"> {code.slice(0, 5)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="tip-small">Xóa mã ở đây không xóa tin đã gửi.</p>
    </section>
  )
}

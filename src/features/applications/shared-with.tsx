import { useState } from 'react'
import { Button } from '#src/ui/button.tsx'
import { slipApi } from './slip-api.ts'

interface SharedWithProps {
  pass: string
  ownSecret: string | null
  phones: number
  /** The code on the screen opens nothing any more. */
  onReleased: () => void
}

/** Who else keeps the application, and the way to end that: a phone may be lost, a relative may fall out. */
export function SharedWith({ pass, ownSecret, phones, onReleased }: SharedWithProps) {
  const [words, setWords] = useState('')
  const others = ownSecret === null ? phones : phones - 1
  if (others <= 0) return null
  const release = async () => {
    const result = await slipApi.slip.releaseOthers({ body: { pass, except: ownSecret } })
    if (result.ok) onReleased()
    else setWords('Chưa gỡ được. Bạn thử lại sau.')
  }
  return (
    <div>
      <p>Đang có {others} máy khác lưu hồ sơ này.</p>
      <Button kind="quiet" icon="cross" onClick={() => void release()}>
        Gỡ khỏi các máy khác
      </Button>
      <p role="status">{words}</p>
    </div>
  )
}

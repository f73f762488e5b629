import { useState } from 'react'
import type { TipArea } from '#contract/tips.ts'
import { Button } from '#src/ui/button.tsx'
import { findPoint, type NoPoint } from './find-point.ts'
import { PlaceSketch } from './place-sketch.tsx'
import { changeTip, useTip } from './tip.store.ts'
import './tips.css'

const words: Record<NoPoint, string> = {
  denied: 'Bạn chưa cho phép lấy vị trí. Không sao, bạn ghi địa điểm bằng lời.',
  unavailable: 'Máy này không lấy được vị trí. Bạn ghi địa điểm bằng lời.',
  'too-late': 'Lấy vị trí quá lâu. Bạn ra chỗ thoáng thử lại, hoặc ghi bằng lời.',
  failed: 'Chưa lấy được vị trí. Bạn bật định vị rồi thử lại, hoặc ghi bằng lời.',
  far: 'Vị trí của máy ở ngoài Việt Nam. Bạn ghi địa điểm bằng lời.',
}

/** Only on a tap, after saying what for; refusing changes nothing else. */
export function PlacePoint({ areas }: { areas: readonly TipArea[] }) {
  const point = useTip((state) => state.record.fields.point)
  const [state, setState] = useState<NoPoint | 'idle' | 'searching'>('idle')
  const search = async () => {
    setState('searching')
    const finding = await findPoint()
    if (finding.kind === 'found') changeTip({ point: finding.point })
    setState(finding.kind === 'found' ? 'idle' : finding.why)
  }
  if (point) {
    return (
      <div className="stack">
        <PlaceSketch point={point} areas={areas} />
        <Button kind="quiet" fullWidth onClick={() => changeTip({ point: null })}>
          Bỏ vị trí này
        </Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <Button
        kind="secondary"
        icon="station"
        fullWidth
        busy={state === 'searching'}
        onClick={() => void search()}
      >
        {state === 'searching' ? 'Đang lấy vị trí…' : 'Lấy vị trí tôi đang đứng'}
      </Button>
      <p className="tip-small">
        Chỉ dùng khi việc xảy ra ngay gần bạn. Vị trí được làm tròn khoảng 100 mét trước khi gửi.
      </p>
      <p role="status">{state !== 'idle' && state !== 'searching' && words[state]}</p>
    </div>
  )
}

import { useState } from 'react'
import { readSlipSecret } from '#contract/slip-secret.ts'
import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import { type CameraProblem, CameraScanner } from '#src/ui/camera-scanner.tsx'
import { Notice } from '#src/ui/notice.tsx'

type Trouble = CameraProblem | 'other-code' | 'not-now'

const words: Record<Trouble, string> = {
  denied: 'Bạn chưa cho dùng máy ảnh. Bạn nhập mã dưới đây, hoặc tra bằng mã hồ sơ.',
  none: 'Máy này không quét được mã. Bạn nhập mã dưới đây, hoặc tra bằng mã hồ sơ.',
  'other-code': 'Mã này không phải của giấy hẹn. Bạn quét mã vuông in trên giấy hẹn.',
  'not-now': 'Chưa mở được máy ảnh. Bạn thử lại, hoặc nhập mã dưới đây.',
}

/** Asks for the camera only on the tap, in Zalo by its own scanner and elsewhere by the browser's camera. */
export function ScanSlip({ onSecret }: { onSecret: (secret: string) => void }) {
  const [camera, setCamera] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const read = (text: string) => {
    const secret = readSlipSecret(text)
    if (secret) onSecret(secret)
    else setTrouble('other-code')
  }
  const fail = (problem: Trouble) => {
    setCamera(false)
    setTrouble(problem)
  }
  const start = async () => {
    setTrouble(undefined)
    const scanned = await host().scanQr()
    if (scanned.kind === 'ok') return read(scanned.data)
    if (scanned.kind === 'not-in-host' || scanned.kind === 'unsupported') return setCamera(true)
    if (scanned.kind === 'denied') return fail('denied')
    if (scanned.kind !== 'cancelled') fail('not-now')
  }
  return (
    <div className="stack">
      <p>
        Giấy hẹn có mã vuông (mã QR). Ứng dụng dùng máy ảnh chỉ để đọc mã này, không chụp và không lưu ảnh.
      </p>
      {trouble && (
        <Notice tone="warning" role="alert">
          <p>{words[trouble]}</p>
        </Notice>
      )}
      {camera && <CameraScanner label="Hình từ máy ảnh" onRead={read} onProblem={fail} />}
      {camera ? (
        <Button kind="secondary" fullWidth onClick={() => setCamera(false)}>
          Dừng quét
        </Button>
      ) : (
        <Button icon="scan" fullWidth onClick={() => void start()}>
          Quét mã
        </Button>
      )}
    </div>
  )
}

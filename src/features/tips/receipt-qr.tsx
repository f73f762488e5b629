import { useEffect, useState } from 'react'
import type { QrCells } from './qr-cells.ts'
import './tips.css'

/** Scanners want four empty cells around. */
const quiet = 4

/** Loaded when the receipt is there: nobody else needs the encoder. Without it the code in letters is enough. */
export function ReceiptQr({ code }: { code: string }) {
  const [cells, setCells] = useState<QrCells>()
  useEffect(() => {
    let gone = false
    import('./qr-cells.ts').then(
      ({ qrCells }) => {
        if (!gone) setCells(qrCells(code))
      },
      () => undefined,
    )
    return () => void (gone = true)
  }, [code])
  if (!cells) return null
  const side = cells.size + 2 * quiet
  return (
    <svg className="receipt-qr" role="img" aria-label="Mã QR của mã tin báo" viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#fff" />
      <path d={cells.dark.map(({ x, y }) => `M${x + quiet} ${y + quiet}h1v1h-1z`).join('')} fill="#000" />
    </svg>
  )
}

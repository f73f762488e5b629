import { useMemo } from 'react'
import { encodeQR } from 'qr'
import './qr-code.css'

/** White around it belongs to it: without that margin scanners do not find the code. */
const margin = 4

/** Always dark on white, also in the dark theme: many scanners read nothing else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = useMemo(() => encodeQR(text, 'raw', { border: margin, ecc: 'medium' }), [text])
  const size = rows.length
  const path = rows
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

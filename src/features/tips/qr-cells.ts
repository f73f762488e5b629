import { encodeQR } from 'qr'

export interface QrCells {
  /** Cells on each side, without the quiet zone. */
  size: number
  /** The dark ones. */
  dark: { x: number; y: number }[]
}

/** The code alone and no address: what scans it elsewhere must not carry the secret to a server. */
export function qrCells(text: string): QrCells {
  // The encoder insists on a border; the quiet zone is added where the code is drawn.
  const framed = encodeQR(text, 'raw', { border: 1 })
  const rows = framed.slice(1, -1).map((row) => row.slice(1, -1))
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [{ x, y }] : [])))
  return { size: rows.length, dark }
}

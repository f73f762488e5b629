import type { TipReceipt } from '#contract/tips.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { wrapText, type PictureBlock, type PictureLayout, type PictureLine } from '#src/lib/text-picture.ts'
import type { QrCells } from './qr-cells.ts'

const width = 900
const margin = 60
/** A letter's usual width as a part of its height, a little generous. */
const letter = 0.56

/** Whole pixels, so that no line runs through the code. */
const qrCell = 9

/** What the receipt's picture says and where. */
export function layoutReceipt(
  unitName: string,
  { code, receivedAt }: TipReceipt,
  qr?: QrCells,
): PictureLayout {
  const lines: PictureLine[] = []
  let y = 90
  const add = (text: string, size: number, bold = false) => {
    for (const line of wrapText(text, Math.floor((width - 2 * margin) / (size * letter)))) {
      y += size * 1.5
      lines.push({ text: line, x: margin, y, size, bold })
    }
  }
  add(unitName, 40, true)
  add('Mã tin báo', 40)
  y += 30
  for (const half of halves(code)) add(half, 92, true)
  y += 40
  // With its date even on the same day: a picture is looked at later.
  add(`Nhận lúc ${formatInstant(receivedAt, new Date(0))}`, 34)
  y += 10
  add('Mã này xác nhận ứng dụng đã nhận tin, không thay giấy biên nhận của cơ quan công an.', 34)
  add('Không đưa cả mã cho người khác.', 34)
  const blocks = qr ? placeQr(qr, y + margin) : []
  const height = y + margin + (qr ? qr.size * qrCell + margin : 0)
  return { width, height: Math.round(height), lines, blocks }
}

function placeQr({ size, dark }: QrCells, y: number): PictureBlock[] {
  const left = Math.round((width - size * qrCell) / 2)
  return dark.map((cell) => ({ x: left + cell.x * qrCell, y: Math.round(y) + cell.y * qrCell, size: qrCell }))
}

/** Two lines of two groups: larger signs, fewer mistakes in copying. */
export function halves(code: string): string[] {
  const groups = code.split('-')
  const middle = Math.ceil(groups.length / 2)
  return [groups.slice(0, middle).join('-') + '-', groups.slice(middle).join('-')]
}

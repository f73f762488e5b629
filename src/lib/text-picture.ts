export interface PictureLine {
  text: string
  x: number
  /** Baseline, from the top. */
  y: number
  size: number
  bold: boolean
}

export interface PictureBlock {
  x: number
  y: number
  /** Of a filled square. */
  size: number
}

/** What a picture says and where; apart from the drawing, so that it can be checked without a canvas. */
export interface PictureLayout {
  width: number
  height: number
  lines: PictureLine[]
  blocks?: PictureBlock[]
}

const paper = '#ffffff'
const ink = '#16282d'
const band = '#0d5663'

/** A PNG as a data URL; undefined where the phone cannot draw. */
export function drawText({ width, height, lines, blocks = [] }: PictureLayout): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  context.fillStyle = band
  context.fillRect(0, 0, width, 60)
  context.fillStyle = ink
  for (const { text, x, y, size, bold } of lines) {
    context.font = `${bold ? '700' : '400'} ${size}px system-ui, sans-serif`
    context.fillText(text, x, y)
  }
  context.fillStyle = '#000000'
  for (const { x, y, size } of blocks) context.fillRect(x, y, size, size)
  return canvas.toDataURL('image/png')
}

/** Breaks between words. By count and not by measure: leave a margin for a wide letter or two. */
export function wrapText(text: string, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1]
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

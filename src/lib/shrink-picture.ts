/** Long enough to read a number plate, short enough for one bar of signal. */
const longestSide = 2048
const goodSize = 600 * 1024
/** From the best to the least; the last one is taken whatever it weighs. */
const tries: readonly { side: number; quality: number }[] = [
  { side: longestSide, quality: 0.85 },
  { side: longestSide, quality: 0.72 },
  { side: longestSide, quality: 0.58 },
  { side: 1600, quality: 0.58 },
]

interface Opened {
  picture: CanvasImageSource
  width: number
  height: number
  close: () => void
}

/**
 * A smaller JPEG of the same picture, upright, without anything that the camera wrote beside it: only its pixels pass
 * through the canvas. Undefined when this device cannot read the picture.
 */
export async function shrinkPicture(file: Blob): Promise<Blob | undefined> {
  const opened = await open(file)
  if (!opened) return undefined
  try {
    return await drawSmaller(opened)
  } finally {
    // A decoded picture is fifty times its file: a cheap phone must not hold two.
    opened.close()
  }
}

export function fitInside(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

async function open(file: Blob): Promise<Opened | undefined> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
    return { picture: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }
  } catch {
    // Older engines do not know the option, and some read a kind of picture only in an element.
    return openAsElement(file)
  }
}

function openAsElement(file: Blob): Promise<Opened | undefined> {
  const url = URL.createObjectURL(file)
  const picture = new Image()
  const close = () => URL.revokeObjectURL(url)
  return new Promise((resolve) => {
    picture.addEventListener('load', () => {
      resolve({ picture, width: picture.naturalWidth, height: picture.naturalHeight, close })
    })
    picture.addEventListener('error', () => {
      close()
      resolve(undefined)
    })
    picture.src = url
  })
}

async function drawSmaller({ picture, width, height }: Opened): Promise<Blob | undefined> {
  if (width === 0 || height === 0) return undefined
  const canvas = document.createElement('canvas')
  let smallest: Blob | undefined
  for (const { side, quality } of tries) {
    const size = fitInside(width, height, side)
    // Setting a size empties a canvas, so it is drawn anew only when it changes.
    if (canvas.width !== size.width || canvas.height !== size.height) draw(canvas, picture, size)
    const jpeg = await toJpeg(canvas, quality)
    if (jpeg) smallest = jpeg
    if (smallest && smallest.size <= goodSize) break
  }
  // Gives its memory back at once.
  canvas.width = canvas.height = 0
  return smallest
}

function draw(canvas: HTMLCanvasElement, picture: CanvasImageSource, { width, height }: Size): void {
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) return
  // What is transparent would turn black in a JPEG, and dark words on it vanish.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
}

interface Size {
  width: number
  height: number
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | undefined> {
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}

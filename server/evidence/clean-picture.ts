import sharp from 'sharp'
import type { FileType } from './sniff.ts'
import type { Cleaned } from './cleaned.ts'

/** Enough to read a number plate across a street, and a tenth of what a phone sends. */
const longestSide = 2048
/** The largest that phones take. */
const mostPixels = 65_000_000
/** These are laid out whole in memory; the largest that phones make of them are pictures of their screens. */
const mostPixelsUnpacked = 30_000_000

/** Draws a picture anew: only what can be seen remains, upright. */
export async function cleanPicture(bytes: Buffer, type: FileType): Promise<Cleaned> {
  const limitInputPixels = type === 'jpeg' ? mostPixels : mostPixelsUnpacked
  // Read without a limit first: only the header is looked at.
  const { width, height } = await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata()
  if (width * height > limitInputPixels) return { refusal: 'too-many-pixels' }
  const drawn = await sharp(bytes, { limitInputPixels, failOn: 'error', sequentialRead: true })
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82, mozjpeg: false })
    .toBuffer()
  return { kind: 'picture', bytes: drawn }
}

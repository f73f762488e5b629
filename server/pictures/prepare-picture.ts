import { createHash } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import type { Picture } from '#contract/news.ts'

/** A phone's list picture and its full width at two pixels a point. */
const widths = [480, 960]
const mostPixels = 40_000_000

type Type = Picture['variants'][number]['type']

const encoders: { type: Type; ending: string; encode: (image: Sharp) => Sharp }[] = [
  { type: 'image/avif', ending: 'avif', encode: (image) => image.avif({ quality: 55, effort: 2 }) },
  { type: 'image/webp', ending: 'webp', encode: (image) => image.webp({ quality: 78 }) },
  { type: 'image/jpeg', ending: 'jpg', encode: (image) => image.jpeg({ quality: 80 }) },
]

/**
 * Writes a picture in every size and format below `folder` and describes it. Names are hashes of the content, so
 * addresses never change meaning. Metadata is dropped and orientation applied.
 */
export async function preparePicture(source: Buffer, alt: string, folder: string): Promise<Picture> {
  await mkdir(folder, { recursive: true })
  const name = createHash('sha256').update(source).digest('base64url').slice(0, 16)
  const upright = await sharp(source, { limitInputPixels: mostPixels })
    .rotate()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = upright.info
  const variants = await Promise.all(
    encoders.flatMap(({ type, ending, encode }) =>
      widths.map(async (size) => {
        const file = `${name}-${size}.${ending}`
        await writeOnce(join(folder, file), () =>
          encode(sharp(upright.data).resize({ width: size })).toBuffer(),
        )
        return { url: `/files/pictures/${file}`, type, width: size }
      }),
    ),
  )
  return { alt, width, height, variants }
}

/** A half-written file must never get the final name. */
async function writeOnce(path: string, make: () => Promise<Buffer>): Promise<void> {
  if (
    await access(path).then(
      () => true,
      () => false,
    )
  )
    return
  const part = `${path}.${process.pid}.part`
  await writeFile(part, await make())
  await rename(part, path)
}

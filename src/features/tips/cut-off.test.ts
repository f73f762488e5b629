import sharp from 'sharp'
import { expect, test } from 'vitest'
import { phonePicture } from '#server/testing/pictures.ts'
import { smallestJpeg } from '#src/testing/canvas.ts'
import { isCutOff } from './cut-off.ts'

const isCut = (bytes: Uint8Array) => isCutOff(new Blob([new Uint8Array(bytes)]))
const drawn = async () => sharp(await phonePicture({ width: 300, height: 200 }))
/** A camera puts a small picture, with an end of its own, into the head. */
const withThumbnail = new Uint8Array([
  ...[0xff, 0xd8, 0xff, 0xe1, 0, 2 + smallestJpeg.length, ...smallestJpeg],
  ...smallestJpeg.slice(2),
])

const kinds = [
  ['JPEG', async () => (await drawn()).jpeg().toBuffer()],
  ['progressive JPEG', async () => (await drawn()).jpeg({ progressive: true }).toBuffer()],
  ['JPEG with a small picture inside', async () => withThumbnail],
  ['PNG', async () => (await drawn()).png().toBuffer()],
  ['WebP', async () => (await drawn()).webp().toBuffer()],
] as const

test.for(kinds)(
  '%s is whole, also with something behind it, and cut off without its end',
  async ([, make]) => {
    const bytes = await make()
    expect(await isCut(bytes)).toBe(false)
    // Some phones append the moments before and after.
    expect(await isCut(new Uint8Array([...bytes, 1, 2, 3]))).toBe(false)
    const lengths = [
      ...Array.from({ length: 9 }, (_, tenth) => Math.floor((bytes.length * (tenth + 1)) / 10)),
      bytes.length - 2,
    ]
    for (const length of lengths.filter((length) => length > 12))
      expect([length, await isCut(bytes.subarray(0, length))]).toEqual([length, true])
  },
)

test('of other kinds the end is not known', async () => {
  expect(await isCut(new TextEncoder().encode('GIF89a and more'))).toBe(false)
  expect(await isCut(new Uint8Array())).toBe(false)
})

import { vi } from 'vitest'
import { phonePicture } from '#server/testing/pictures.ts'

/** happy-dom decodes and draws nothing: every picture comes out of this canvas as the same small one. */
export async function standInCanvas(): Promise<void> {
  const drawn = new Uint8Array(await phonePicture())
  vi.stubGlobal('createImageBitmap', async () => ({ width: 400, height: 300, close: () => undefined }))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    fillRect: () => undefined,
    drawImage: () => undefined,
  } as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) =>
    done(new Blob([drawn], { type: 'image/jpeg' })),
  )
}

/** As the person's phone has it, before the app makes it small. */
export const photo = (name = 'IMG_1.jpg') => new File([new Uint8Array(smallestJpeg)], name)

/** A head of each kind, one byte of picture and the end. */
export const smallestJpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xda, 0, 2, 1, 0xff, 0xd9]

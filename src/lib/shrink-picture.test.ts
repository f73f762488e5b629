import { afterEach, expect, test, vi } from 'vitest'
import { fitInside, shrinkPicture } from './shrink-picture.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test.for([
  [4000, 3000, { width: 2048, height: 1536 }],
  [3000, 4000, { width: 1536, height: 2048 }],
  [640, 480, { width: 640, height: 480 }],
  [30_000, 1, { width: 2048, height: 1 }],
] as const)('%i × %i fits inside', ([width, height, size]) => {
  expect(fitInside(width, height, 2048)).toEqual(size)
})

/** A canvas whose JPEGs weigh what the quality says; the real one is tried in the browser journeys. */
function drawing(weightOf: (quality: number, width: number) => number) {
  const context = { fillRect: vi.fn(), drawImage: vi.fn() }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    done,
    type,
    quality,
  ) {
    done(new Blob(['x'.repeat(weightOf(quality as number, this.width))], { type: type ?? '' }))
  })
  return context
}

function decoding(width: number, height: number) {
  const close = vi.fn()
  vi.stubGlobal('createImageBitmap', async () => ({ width, height, close }))
  return close
}

test('a picture that is light at once is taken so, and the decoded one is closed', async () => {
  const close = decoding(4000, 3000)
  const context = drawing(() => 100)
  const jpeg = await shrinkPicture(new Blob(['picture']))
  expect(jpeg?.type).toBe('image/jpeg')
  expect(context.drawImage.mock.calls.map((call) => call.slice(1))).toEqual([[0, 0, 2048, 1536]])
  expect(close).toHaveBeenCalledOnce()
})

test('quality goes before size, and the last try is taken whatever it weighs', async () => {
  decoding(4000, 3000)
  const tries: [number, number][] = []
  drawing((quality, width) => {
    tries.push([quality, width])
    return 700 * 1024 - tries.length
  })
  expect((await shrinkPicture(new Blob(['picture'])))?.size).toBe(700 * 1024 - 4)
  expect(tries).toEqual([
    [0.85, 2048],
    [0.72, 2048],
    [0.58, 2048],
    [0.58, 1600],
  ])
})

test('what neither way can read is no picture here', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')))
  class BrokenImage extends EventTarget {
    set src(_url: string) {
      this.dispatchEvent(new Event('error'))
    }
  }
  vi.stubGlobal('Image', BrokenImage)
  expect(await shrinkPicture(new Blob(['heic']))).toBeUndefined()
})

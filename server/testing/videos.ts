import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'videos', name))

/** One second of a test picture and a tone; the picture list lies at the end, so that more can be added to it. */
export const plainVideo = () => sample('plain.mp4')
export const plainWebm = () => sample('plain.webm')

export function box(name: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, body])
}
const numbers = (...values: number[]) => {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at))
  return bytes
}

/** What a phone writes: place, device and time beside the film, and a third track that follows the way. */
export function phoneVideo(marks: { place: string; device: string; way: string }): Buffer {
  const video = plainVideo()
  const text = (value: string) => {
    const head = Buffer.alloc(4)
    head.writeUInt16BE(Buffer.byteLength(value))
    return Buffer.concat([head, Buffer.from(value)])
  }
  const udta = box('udta', box('\xa9xyz', text(marks.place)), box('\xa9mod', text(marks.device)))
  const added = Buffer.concat([udta, wayTrack(video.length, marks.way)])
  const moov = video.indexOf('moov') - 4
  const length = video.readUInt32BE(moov)
  if (moov + length !== video.length) throw new Error('The list of tracks is not at the end')
  video.writeUInt32BE(length + added.length, moov)
  return Buffer.concat([video, added, box('mdat', marks.way)])
}

/** A track of timed remarks whose one sample lies behind the list. */
function wayTrack(from: number, way: string): Buffer {
  const track = (offset: number) =>
    box(
      'trak',
      box('tkhd', numbers(7, 1, 1, 3, 0, 1000, 0, 0, 0, 0), Buffer.alloc(44)),
      box(
        'mdia',
        box('mdhd', numbers(0, 1, 1, 1000, 1000, 0x55c4_0000)),
        box('hdlr', numbers(0, 0), 'meta', Buffer.alloc(12), `${way} track\0`),
        box(
          'minf',
          box('nmhd', numbers(0)),
          box(
            'stbl',
            box('stsd', numbers(0, 1), box('gpmd', Buffer.alloc(6), Buffer.from([0, 1]))),
            box('stts', numbers(0, 1, 1, 1000)),
            box('stsc', numbers(0, 1, 1, 1, 1)),
            box('stsz', numbers(0, 0, 1, Buffer.byteLength(way))),
            box('stco', numbers(0, 1, offset)),
          ),
        ),
      ),
    )
  // Behind the list and the head of its own box; the list's other addition lies before it.
  return track(from + track(0).length + 8)
}

import { deflateSync } from 'node:zlib'
import { BufferSource, EncodedPacketSink, Input, MP4, WEBM } from 'mediabunny'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { document } from '../testing/documents.ts'
import { phonePicture } from '../testing/pictures.ts'
import { phoneVideo, plainVideo, plainWebm } from '../testing/videos.ts'
import { Cleaner } from './cleaner.ts'

const cleaner = new Cleaner()
afterAll(() => cleaner.close())

async function cleaned(bytes: Buffer): Promise<Buffer> {
  const answer = await cleaner.clean(bytes)
  if (!('bytes' in answer)) throw new Error(answer.refusal)
  return answer.bytes
}
const open = (bytes: Buffer) => new Input({ formats: [MP4, WEBM], source: new BufferSource(bytes) })

/** When each packet is shown and how long it is, of picture and sound. */
async function packetsOf(bytes: Buffer) {
  const input = open(bytes)
  const tracks = await input.getTracks()
  return Promise.all(
    tracks.map(async (track) => {
      const packets: [number, number][] = []
      for await (const { timestamp, data } of new EncodedPacketSink(track).packets())
        packets.push([Math.round(timestamp * 1000), data.length])
      return { codec: await track.getCodec(), packets }
    }),
  )
}

test('a picture is upright, at most 2048 long, and holds nothing but what can be seen', async () => {
  // The phone was held upright: its red corner lies on the right, above.
  const bytes = await cleaned(await phonePicture({ width: 4000, height: 3000, orientation: 6 }))
  const { exif, xmp, iptc, icc, comments, orientation, ...shown } = await sharp(bytes).metadata()
  expect(shown).toMatchObject({ width: 1536, height: 2048 })
  expect([exif, xmp, iptc, icc, comments, orientation].filter(Boolean)).toEqual([])
  const corner = async (left: number) => {
    const { data } = await sharp(bytes)
      .extract({ left, top: 2, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return data[0]! > 200 && data[2]! < 60 ? 'red' : 'blue'
  }
  expect([await corner(2), await corner(1533)]).toEqual(['blue', 'red'])
})

test('a video keeps every packet of picture and sound, and nothing of its phone', async () => {
  const marks = { place: '+11.1494+106.5975/', device: 'Redmi 9A of Lan', way: 'GPS 11.1494 106.5975' }
  const phone = phoneVideo(marks)
  for (const mark of Object.values(marks)) expect(phone.includes(mark)).toBe(true)
  expect(phone.includes('x264')).toBe(true)
  const bytes = await cleaned(phone)
  const written = ['x264', 'Lavf', 'libx264', 'udta', 'meta', 'creation', '2026']
  for (const mark of [...Object.values(marks), ...written])
    expect([mark, bytes.includes(mark)]).toEqual([mark, false])
  const [before, after] = [await packetsOf(plainVideo()), await packetsOf(bytes)]
  expect(after.map(({ codec }) => codec)).toEqual(['avc', 'aac'])
  for (const [at, { packets }] of before.entries()) {
    expect(packets.length).toBeGreaterThan(9)
    expect(after[at]!.packets.map(([time]) => time)).toEqual(packets.map(([time]) => time))
  }
  // Of the first picture only the encoder's remark is gone.
  const sizes = (of: typeof before) => of[0]!.packets.map(([, size]) => size)
  expect(sizes(after).slice(1)).toEqual(sizes(before).slice(1))
  expect(sizes(before)[0]! - sizes(after)[0]!).toBeGreaterThan(500)
  // No moment, neither of taking nor of our work.
  for (const name of ['mvhd', 'tkhd', 'mdhd']) {
    const at = bytes.indexOf(name)
    expect(bytes.subarray(at + 8, at + 16).equals(Buffer.alloc(8))).toBe(true)
  }
})

test('a video that was turned stays turned', async () => {
  const video = plainVideo()
  const matrix = video.indexOf('tkhd') + 4 + 40
  const quarter = [0, 0x1_0000, 0, 0xffff_0000, 0, 0, 0x40_0000, 0, 0x4000_0000]
  quarter.forEach((value, at) => video.writeUInt32BE(value, matrix + 4 * at))
  const rotation = async (bytes: Buffer) => (await open(bytes).getPrimaryVideoTrack())!.getRotation()
  expect(await rotation(video)).toBe(90)
  expect(await rotation(await cleaned(video))).toBe(90)
})

test('a WebM keeps its packets and loses its tags', async () => {
  const webm = plainWebm()
  expect(webm.includes('Lan')).toBe(true)
  const bytes = await cleaned(webm)
  expect([bytes.includes('Lan'), bytes.includes('Lavf')]).toEqual([false, false])
  const [before, after] = [await packetsOf(webm), await packetsOf(bytes)]
  expect(after[0]).toEqual(before[0])
  expect(after.map(({ codec }) => codec)).toEqual(['vp8', 'opus'])
})

test('a document becomes pictures of its pages: no words, scripts, links, attachments or names are in it', async () => {
  const picture = await phonePicture()
  const source = await document(
    (pdf) => {
      pdf.fontSize(30).text('BIEN SO 61-X1').image(picture, 100, 200)
      pdf.link(0, 0, 100, 100, 'https://lan.example')
      pdf.file(Buffer.from('attached by Lan'), { name: 'lan.txt' })
      pdf.ref({ S: 'JavaScript', JS: 'app.alert(1)' }).end('')
      pdf.addPage({ size: 'A3', layout: 'landscape' }).text('hai')
    },
    { info: { Author: 'Lan', Creator: 'Word of Lan' }, compress: false },
  )
  const bytes = await cleaned(source)
  for (const mark of ['Lan', 'lan.example', 'JavaScript', 'Redmi', 'EmbeddedFile', 'PDFKit', 'Exif']) {
    expect([mark, bytes.includes(mark)]).toEqual([mark, false])
  }
  const pdfium = await PDFiumLibrary.init()
  const read = await pdfium.loadDocument(bytes)
  expect([...read.pages()].map((page) => page.getText().trim())).toEqual(['', ''])
  const sizes = [...read.pages()].map((page) => page.getOriginalSize())
  expect(sizes.map(({ originalWidth: width }) => Math.round(width / 10))).toEqual([61, 119])
  // The words are there to see.
  const { data } = await read.getPage(0).render({ scale: 1, render: 'bitmap' })
  const light = await sharp(data, { raw: { width: 612, height: 792, channels: 4 } }).stats()
  expect(light.channels[0]!.mean).toBeLessThan(255)
  expect(deflateSync(data).length).toBeGreaterThan(2000)
  read.destroy()
  pdfium.destroy()
})

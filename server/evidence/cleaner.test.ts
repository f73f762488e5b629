import { randomBytes } from 'node:crypto'
import { deflateSync, gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import type { TipFileRefusal } from '#contract/tip-files.ts'
import { document, documentOfDots } from '../testing/documents.ts'
import { phonePicture } from '../testing/pictures.ts'
import { box, plainVideo, plainWebm } from '../testing/videos.ts'
import { Cleaner } from './cleaner.ts'

const cleaner = new Cleaner()
afterAll(() => cleaner.close())

const text = (value: string) => Buffer.from(value)
const latin = (value: string) => Buffer.from(value, 'latin1')
const zip = () => Buffer.from(zipSync({ 'word/document.xml': strToU8('<w:document/>') }))
const plain = (format: 'png' | 'webp' | 'gif' | 'avif' | 'tiff') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#00ff00' } })
    .toFormat(format)
    .toBuffer()
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))
/** A chunk of a PNG; nobody looks at its checksum where the picture is not read. */
const chunk = (name: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, latin(name), body, Buffer.alloc(4)])
}
function pngOfDots(side: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(side)
  size.writeUInt32BE(side, 4)
  const head = Buffer.concat([size, Buffer.from([1, 0, 0, 0, 0])])
  const dots = deflateSync(Buffer.alloc((side / 8 + 1) * side))
  return Buffer.concat([latin('\x89PNG\r\n\x1a\n'), chunk('IHDR', head), chunk('IDAT', dots)])
}
/** The list of a film's packets promises four thousand million of them. */
function videoOfMany(): Buffer {
  const video = plainVideo()
  const at = video.indexOf('stsz')
  video.writeUInt32BE(1, at + 8)
  video.writeUInt32BE(0xffff_ffff, at + 12)
  return video
}
const ftyp = (brand: string) => Buffer.concat([box('ftyp', brand, '\0\0\0\0', 'mif1'), box('mdat', 'x')])

const refusals: [TipFileRefusal, string, () => Buffer | Promise<Buffer>][] = [
  ['broken', 'nothing', () => Buffer.alloc(0)],
  ['unknown-type', 'a text', () => text('Đây là một đoạn chữ.')],
  ['unknown-type', 'a page', () => text('<!doctype html><html><script>alert(1)</script></html>')],
  ['unknown-type', 'noise', () => Buffer.concat([Buffer.from([7]), randomBytes(5000)])],
  ['unknown-type', 'a program', () => Buffer.concat([latin('MZ\x90\0'), randomBytes(500)])],
  ['unknown-type', 'a script', () => text('#!/bin/sh\nrm -rf /\n')],
  ['unknown-type', 'a sound (MP3)', () => Buffer.concat([latin('ID3\x04\0'), randomBytes(500)])],
  ['unknown-type', 'a sound (WAV)', () => Buffer.concat([latin('RIFF\x24\0\0\0WAVEfmt '), randomBytes(500)])],
  ['unknown-type', 'a sound (M4A)', () => box('ftyp', 'M4A ', '\0\0\0\0')],
  ['unknown-type', 'an old office document', () => latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
  ['unknown-type', 'a TIFF', () => plain('tiff')],
  ['heic', 'a HEIC', () => ftyp('heic')],
  ['heic', 'a HEIC of several pictures', () => ftyp('mif1')],
  ['svg', 'a drawing', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['svg', 'a drawing with a head', () => text('\ufeff<?xml version="1.0"?>\n<!-- a -->\n<svg:svg />')],
  ['svg', 'a drawing in two bytes a letter', () => Buffer.from('\ufeff<svg onload="a" />', 'utf16le')],
  ['archive', 'a zip', zip],
  ['archive', 'a new office document', zip],
  ['archive', 'a gzip', () => gzipSync('a')],
  ['archive', 'a rar', () => latin('Rar!\x1a\x07\x01\0')],
  ['archive', 'a 7z', () => latin("7z\xbc\xaf'\x1c\0\x04")],
  ['archive', 'a tar', () => Buffer.concat([Buffer.alloc(257), text('ustar\x0000'), Buffer.alloc(700)])],
  ['broken', 'half a JPEG', async () => half(await phonePicture({ width: 900, height: 700 }))],
  ['broken', 'half a PNG', async () => half(await plain('png'))],
  ['broken', 'half a WebP', async () => half(await plain('webp'))],
  [
    'broken',
    'the first bytes of a JPEG and noise',
    () => Buffer.concat([latin('\xff\xd8\xff\xe0'), randomBytes(999)]),
  ],
  ['broken', 'half a video', () => half(plainVideo())],
  [
    'broken',
    'a video that breaks off behind its list',
    () => Buffer.concat([plainVideo(), box('mdat', 'abcdefgh').subarray(0, 12)]),
  ],
  ['broken', 'a WebM that ends after its head', () => plainWebm().subarray(0, 300)],
  ['broken', 'a video of four thousand million packets', videoOfMany],
  [
    'broken',
    'the first bytes of a document and noise',
    () => Buffer.concat([text('%PDF-1.7\n'), randomBytes(999)]),
  ],
  ['mixed', 'a JPEG and a zip', async () => Buffer.concat([await phonePicture(), zip()])],
  [
    'mixed',
    'a PNG and a rar',
    async () => Buffer.concat([await plain('png'), latin('Rar!\x1a\x07\0'), randomBytes(99)]),
  ],
  ['mixed', 'a JPEG and a document', async () => Buffer.concat([await phonePicture(), text('%PDF-1.4\n')])],
  [
    'mixed',
    'a JPEG and a page',
    async () => Buffer.concat([await phonePicture(), text('<script>alert(1)</script>')]),
  ],
  ['mixed', 'a GIF and a script', () => latin('GIF89a/*\0\0\0\0\0;*/=1;alert(1)')],
  ['mixed', 'a video and a zip', () => Buffer.concat([plainVideo(), zip()])],
  [
    'mixed',
    'a page and a document',
    async () => Buffer.concat([text('<html>'), await document((pdf) => pdf.text('a'))]),
  ],
  [
    'mixed',
    'a document and a zip',
    async () => Buffer.concat([await document((pdf) => pdf.text('a')), zip()]),
  ],
  ['too-many-pixels', 'a PNG of 30,000 × 30,000', () => pngOfDots(30_000)],
  [
    'locked',
    'a document with a password',
    () => document((pdf) => pdf.text('a'), { userPassword: 'mat khau' }),
  ],
  [
    'too-many-pages',
    'a document of 31 pages',
    () =>
      document((pdf) => {
        for (let page = 1; page < 31; page += 1) pdf.addPage()
      }),
  ],
  [
    'too-large',
    'a picture of 21 MB',
    async () => Buffer.concat([await phonePicture(), Buffer.alloc(21 * 1024 * 1024)]),
  ],
]

test.for(refusals)('%s: %s', async ([refusal, , make]) => {
  expect(await cleaner.clean(await make())).toEqual({ refusal })
})

describe('what looks odd and is none of it', () => {
  test('a document that unpacks to a hundred times its size is drawn', async () => {
    const cleaned = await cleaner.clean(documentOfDots(8_000))
    expect(cleaned).toMatchObject({ kind: 'document' })
  })

  test('a picture with a short film behind it, as phones take them, is a picture', async () => {
    const moving = Buffer.concat([await phonePicture(), plainVideo()])
    expect(await cleaner.clean(moving)).toMatchObject({ kind: 'picture' })
  })

  test.for(['png', 'webp', 'gif', 'avif'] as const)('a %s becomes a JPEG', async (format) => {
    const cleaned = await cleaner.clean(await plain(format))
    if (!('bytes' in cleaned)) throw new Error(cleaned.refusal)
    expect(await sharp(cleaned.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 })
  })
})

test('a file on which the process hangs is broken, and the next one is cleaned', async () => {
  const hasty = new Cleaner({ timeoutMs: 1, atOnce: 1 })
  const picture = await phonePicture()
  expect(await hasty.clean(picture)).toEqual({ refusal: 'broken' })
  await hasty.close()
  expect(await cleaner.clean(picture)).toMatchObject({ kind: 'picture' })
})

test('a file that takes more memory than there may be is broken', async () => {
  const poor = new Cleaner({ memoryMb: 1 })
  const large = await phonePicture({ width: 8000, height: 8000 })
  expect(await poor.clean(large)).toEqual({ refusal: 'broken' })
  await poor.close()
})

test('more than may wait are turned away, those that wait are cleaned', async () => {
  const small = new Cleaner({ atOnce: 1, waiting: 2 })
  const picture = await phonePicture()
  const all = await Promise.allSettled(Array.from({ length: 5 }, () => small.clean(picture)))
  expect(all.map(({ status }) => status).sort()).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  await small.close()
})

test('what was under way when the server ended is not refused', async () => {
  const ending = new Cleaner()
  const cleaned = ending.clean(await phonePicture())
  await ending.close()
  await expect(cleaned).rejects.toThrow()
})

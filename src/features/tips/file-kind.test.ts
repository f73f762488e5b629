import { expect, test } from 'vitest'
import { seeKind } from './file-kind.ts'

const box = (brand: string) => `\0\0\0\x20ftyp${brand}`

test.for([
  ['a JPEG', '\xff\xd8\xff\xe1', { kind: 'picture' }],
  ['a PNG', '\x89PNG\r\n\x1a\n', { kind: 'picture' }],
  ['a WebP', 'RIFF\x10\0\0\0WEBPVP8 ', { kind: 'picture' }],
  ['a sound in the same frame', 'RIFF\x10\0\0\0WAVEfmt ', { refusal: 'unknown-type' }],
  ['an iPhone picture', box('heic'), { kind: 'heic' }],
  ['a picture of the newest phones', box('avif'), { kind: 'picture' }],
  ['an MP4', box('isom'), { kind: 'video' }],
  ['an iPhone video', box('qt  '), { kind: 'video' }],
  ['an older iPhone video', '\0\0\0\x08wide', { kind: 'video' }],
  ['a WebM', '\x1a\x45\xdf\xa3', { kind: 'video' }],
  ['a PDF', '%PDF-1.7', { kind: 'document' }],
  ['a PDF behind some bytes of its own', `${'x'.repeat(500)}%PDF-1.4`, { kind: 'document' }],
  ['an SVG', '<?xml version="1.0"?>\n<svg xmlns="x">', { refusal: 'svg' }],
  ['a ZIP', 'PK\x03\x04', { refusal: 'archive' }],
  ['nothing', '', { refusal: 'unknown-type' }],
  ['a program', 'MZ\x90\0', { refusal: 'unknown-type' }],
] as const)('%s', async ([, text, seen]) => {
  expect(await seeKind(new Blob([Uint8Array.from(text, (sign) => sign.charCodeAt(0))]))).toEqual(seen)
})

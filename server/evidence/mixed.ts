import type { FileType } from './sniff.ts'

/** So short a mark may only stand by chance at these ends. */
const edge = 1024
const endOfZip = Buffer.from('PK\x05\x06', 'latin1')
const endOfZipLength = 22
/** With the longest comment that a zip can end with. */
const zipTail = endOfZipLength + 0xffff

/** Long enough never to stand anywhere by chance. */
const others = ['Rar!\x1a\x07', "7z\xbc\xaf'\x1c"].map((magic) => Buffer.from(magic, 'latin1'))
const pdf = Buffer.from('%PDF-1.')
const page = /<!doctype html|<html[\s>]|<script[\s>]|<iframe[\s>]|<body[\s>]|<svg[\s>]|<\?php/i

/**
 * Whether a file is of another kind as well: for a program that looks from the end, that looks further in, or that
 * overlooks what it does not understand. What phones append to their pictures (a short film, a second picture) is no
 * such thing; it goes away with the cleaning.
 */
export function isMixed(bytes: Buffer, type: FileType): boolean {
  if (endsAsZip(bytes) || others.some((magic) => bytes.includes(magic))) return true
  if (type === 'pdf' ? beginsBeforePdf(bytes) : bytes.includes(pdf)) return true
  if (type === 'gif' && isScript(bytes)) return true
  const ends = [bytes.subarray(0, edge), bytes.subarray(-edge)]
  return ends.some((end) => page.test(end.toString('latin1')))
}

/** The end of a zip names the length of the comment after it, which must reach the end of the file. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - zipTail)
  for (let at = bytes.indexOf(endOfZip, from); at >= 0; at = bytes.indexOf(endOfZip, at + 1)) {
    const whole = at + endOfZipLength <= bytes.length
    if (whole && at + endOfZipLength + bytes.readUInt16LE(at + 20) <= bytes.length) return true
  }
  return false
}

/** Some programs write a mark of byte order or an empty line first. */
function beginsBeforePdf(bytes: Buffer): boolean {
  const before = bytes.toString('latin1', 0, bytes.indexOf('%PDF-'))
  return !/^(?:\xef\xbb\xbf)?\s*$/.test(before)
}

/** `GIF89a=1;` and `GIF89a/*` are beginnings of programs, with a width that no picture has. */
function isScript(bytes: Buffer): boolean {
  const after = bytes.toString('latin1', 6, 8)
  return after.startsWith('=') || after === '/*' || after === '//'
}

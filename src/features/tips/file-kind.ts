import type { TipFileKind, TipFileRefusal } from '#contract/tip-files.ts'

export type SeenKind = TipFileKind | 'heic'
export type Seen = { kind: SeenKind } | { refusal: TipFileRefusal }

/** So much is looked at. A PDF may begin with some bytes of its own before its mark. */
const looked = 1024

/** By its first bytes: names and types come from elsewhere and are often wrong. The server looks more closely. */
export async function seeKind(file: Blob): Promise<Seen> {
  const bytes = new Uint8Array(await file.slice(0, looked).arrayBuffer())
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return (
    picture(text) ?? boxes(text) ?? document(text) ?? refused(text) ?? { refusal: 'unknown-type' as const }
  )
}

function picture(text: string): Seen | undefined {
  const marks = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF87a', 'GIF89a', 'BM']
  const known = marks.some((mark) => text.startsWith(mark))
  const webp = text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'
  return known || webp ? { kind: 'picture' } : undefined
}

/** Phones put both their newer pictures and their videos into boxes of the same make. */
function boxes(text: string): Seen | undefined {
  if (text.startsWith('\x1a\x45\xdf\xa3')) return { kind: 'video' }
  const first = text.slice(4, 8)
  if (/^(moov|mdat|wide|free|skip)$/.test(first)) return { kind: 'video' }
  if (first !== 'ftyp') return undefined
  const brand = text.slice(8, 12)
  if (/^(avif|avis)$/.test(brand)) return { kind: 'picture' }
  return { kind: /^(hei|hev|mif1|msf1)/.test(brand) ? 'heic' : 'video' }
}

function document(text: string): Seen | undefined {
  return text.includes('%PDF-') ? { kind: 'document' } : undefined
}

function refused(text: string): Seen | undefined {
  const archives = ['PK\x03\x04', 'Rar!', '7z\xbc\xaf', '\x1f\x8b']
  if (archives.some((mark) => text.startsWith(mark))) return { refusal: 'archive' }
  return /<svg[\s>]/i.test(text) ? { refusal: 'svg' } : undefined
}

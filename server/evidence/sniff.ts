/** Kinds of files that can be cleaned. */
export type FileType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'mp4' | 'webm' | 'pdf'
export type Sniffed = { type: FileType } | { refusal: 'unknown-type' | 'heic' | 'svg' | 'archive' | 'broken' }

const archives: readonly (readonly [magic: string, at?: number])[] = [
  ['PK\x03\x04'],
  ['PK\x05\x06'],
  ['PK\x07\x08'],
  ['\x1f\x8b'],
  ['Rar!\x1a\x07'],
  ["7z\xbc\xaf'\x1c"],
  ['BZh'],
  ['\xfd7zXZ\x00'],
  ['(\xb5/\xfd'],
  ['MSCF\0\0\0\0'],
  ['ustar', 257],
]
const pictures: readonly (readonly [magic: string, type: FileType])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
]
const heifBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']
const avifBrands = ['avif', 'avis']
const videoBrands = [
  'isom',
  'iso2',
  'iso4',
  'iso5',
  'iso6',
  'mp41',
  'mp42',
  'avc1',
  'MSNV',
  'qt  ',
  'M4V ',
  'dash',
]
/** Boxes with which a QuickTime file may begin when it has no `ftyp`. */
const quickTimeBoxes = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

/** What a file is, by its first bytes; its name and what its sender calls it count for nothing. */
export function sniff(bytes: Buffer): Sniffed {
  if (bytes.length === 0) return { refusal: 'broken' }
  const head = bytes.toString('latin1', 0, 4096)
  const picture = pictures.find(([magic]) => head.startsWith(magic))
  if (picture) return { type: picture[1] }
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return { type: 'webp' }
  if (isPdf(head)) return { type: 'pdf' }
  if (head.startsWith('\x1aE\xdf\xa3')) return { type: 'webm' }
  if (archives.some(([magic, at = 0]) => head.startsWith(magic, at))) return { refusal: 'archive' }
  if (isSvg(head)) return { refusal: 'svg' }
  return byBoxes(head)
}

/** Readers look for it in the first kilobyte. */
const isPdf = (head: string) => head.slice(0, 1024).includes('%PDF-')

/** Also after a mark of byte order, a declaration, comments or a document type, in one or two bytes a letter. */
function isSvg(head: string): boolean {
  const text = head.replaceAll('\0', '').replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '')
  const drawing = text.search(/<(?:\w{1,20}:)?svg[\s>/]/i)
  const page = text.search(/<html[\s>]|<!doctype html/i)
  return text.startsWith('<') && drawing >= 0 && (page < 0 || drawing < page)
}

function byBoxes(head: string): Sniffed {
  if (quickTimeBoxes.includes(head.slice(4, 8))) return { type: 'mp4' }
  if (head.slice(4, 8) !== 'ftyp') return { refusal: 'unknown-type' }
  const length = Math.min(head.length, Math.max(16, Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE()))
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/[^]{4}/g) ?? [])]
  const has = (known: readonly string[]) => brands.some((brand) => known.includes(brand))
  if (has(avifBrands)) return { type: 'avif' }
  if (has(heifBrands)) return { refusal: 'heic' }
  if (brands[0]!.startsWith('3g') || has(videoBrands)) return { type: 'mp4' }
  return { refusal: 'unknown-type' }
}

/**
 * Whether the end of a picture is missing, as when it was not loaded to the phone completely. A browser draws such a
 * picture as far as it goes and the rest grey; what matters may have stood there. Only of kinds that phones make.
 */
export async function isCutOff(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return !hasEndOfJpeg(bytes)
  if (textAt(bytes, 1, 3) === 'PNG') return !hasEndOfPng(bytes)
  if (textAt(bytes, 8, 4) === 'WEBP') return bytes.length < view(bytes).getUint32(4, true) + 8
  return false
}

const [startOfScan, endOfImage] = [0xda, 0xd9]

/** The mark of the end, behind the heads: a small picture in one of them has a mark of its own. */
function hasEndOfJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== startOfScan)
    at += bytes[at + 1] === 0xff ? 1 : 2 + view(bytes).getUint16(at + 2)
  for (at = bytes.indexOf(0xff, at + 2); at >= 0; at = bytes.indexOf(0xff, at + 1))
    if (bytes[at + 1] === endOfImage) return true
  return false
}

/** Each piece says how long it is; the last one is empty. */
function hasEndOfPng(bytes: Uint8Array): boolean {
  let at = 8
  while (at + 12 <= bytes.length) {
    if (textAt(bytes, at + 4, 4) === 'IEND') return true
    at += 12 + view(bytes).getUint32(at)
  }
  return false
}

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const view = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength)

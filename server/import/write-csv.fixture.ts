/** As spreadsheet programs quote: only what needs it. */
export function writeCsv(lines: readonly (readonly string[])[], delimiter: string): string {
  const quote = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  return lines.map((line) => line.map(quote).join(delimiter)).join('\r\n')
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Windows-1258 writes a vowel with its shape and the tone after it; bytes found by asking the decoder. */
export function inWindows1258(text: string): Buffer {
  const bytes = new Map<string, number>()
  const decoder = new TextDecoder('windows-1258')
  for (let byte = 0; byte < 256; byte += 1) bytes.set(decoder.decode(Buffer.of(byte)), byte)
  const signs = Array.from(text.normalize('NFC')).flatMap((sign) => {
    if (bytes.has(sign)) return [sign]
    const parts = sign.normalize('NFD')
    return [parts.replace(tones, '').normalize('NFC'), ...(parts.match(tones) ?? [])]
  })
  return Buffer.from(signs.map((sign) => bytes.get(sign) ?? 0x3f))
}

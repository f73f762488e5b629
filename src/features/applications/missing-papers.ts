/** An officer writes one paper a line, or parts them by semicolons. */
export function missingPapers(note: string | null): string[] {
  const lines = (note ?? '').split(/[\r\n;]+/)
  return lines.map((line) => line.replace(/^[\s•*+–-]+/, '').trim()).filter(Boolean)
}

/** What two spellings must share to be found by each other: no case, no marks, đ as d. */
export function fold(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      // đ has no decomposition; ð stands for it in old data.
      .replace(/[đĐðÐ]/g, 'd')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .trim()
  )
}

/** True when every typed word begins some word of the text, in any order. */
export function matchesWords(text: string, typed: string): boolean {
  const words = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => words.includes(` ${word}`))
}

import { fold } from '#contract/fold.ts'

/** One word of a text, with its place in the original. */
export interface Word {
  text: string
  /** Its tone and letter marks, wherever in the word they stand: hòa and hoà have the same. Empty when there are none. */
  marks: string
  start: number
  end: number
}

const combining = /[\u0300-\u036f]/g

interface Letter {
  base: string
  marks: string
}

const letters = new Map<string, Letter>()

/** A letter or digit without its marks; an empty base ends a word. */
function letterOf(sign: string): Letter {
  const known = letters.get(sign)
  if (known) return known
  const folded = fold(sign)
  const base = /^[a-z0-9]+$/.test(folded) ? folded : ''
  const marks = /[đĐðÐ]/.test(sign) ? 'd' : (sign.normalize('NFD').match(combining) ?? []).join('')
  const letter = { base, marks }
  letters.set(sign, letter)
  return letter
}

/** The words of a text as search compares them; works on decomposed text too. */
export function readWords(text: string): Word[] {
  const words: Word[] = []
  let word: Word | undefined
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const mark = sign >= '\u0300' && sign <= '\u036f'
    const { base, marks } = letterOf(sign)
    if (mark ? !word : !base) {
      word = undefined
      continue
    }
    if (!word) words.push((word = { text: '', marks: '', start: at, end: at }))
    word.text += base
    word.marks += mark ? sign : marks
    word.end = at + 1
  }
  for (const found of words) found.marks = Array.from(found.marks).sort().join('')
  return words
}

export const textsOf = (words: readonly { text: string }[]): string[] => words.map((word) => word.text)

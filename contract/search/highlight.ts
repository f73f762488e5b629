import type { Lexicon, Unit } from './lexicon.ts'
import { cutIntoUnits, mayBe } from './lexicon.ts'
import { type QueryUnit, readQuery } from './read-query.ts'
import { readWords, type Word } from './words.ts'

/** From … to (not included), in UTF-16 units of the original text. */
export type Range = readonly [start: number, end: number]

/** The parts of a text that answer a query, in order and without overlaps; neighbours become one. */
export function highlight(text: string, query: string, lexicon: Lexicon): Range[] {
  const words = readWords(text)
  const known = new Set(words.map((word) => word.text))
  const asked = readQuery(query, lexicon, { has: (word) => known.has(word), all: () => known }).filter(
    (unit) => !unit.filler,
  )
  const hit = cutIntoUnits(words, lexicon).flatMap((unit) => wordsHit(unit, asked))
  return joinNeighbours(
    hit.map(({ start, end }) => [start, end] as const),
    text,
  )
}

/** All of a unit that means the same, else those of its words that were typed. */
function wordsHit(unit: Unit, asked: readonly QueryUnit[]): readonly Word[] {
  if (unit.meaning && asked.some(({ meaning }) => meaning === unit.meaning)) return unit.words
  return unit.words.filter((word) => asked.some((query) => wasTyped(word, query)))
}

function wasTyped(word: Word, { words, meant }: QueryUnit): boolean {
  return words.some((typed, index) => {
    const texts = (meant[index] ?? []).map(({ text }) => text)
    if (!texts.includes(word.text)) return false
    if (word.text === typed.text) return mayBe(typed, word)
    // Whoever has typed a word to its end did not mean the longer ones that begin like it.
    return !(texts.includes(typed.text) && word.text.startsWith(typed.text))
  })
}

function joinNeighbours(ranges: readonly Range[], text: string): Range[] {
  const joined: Range[] = []
  for (const [start, end] of ranges) {
    const last = joined[joined.length - 1]
    if (last && /^\s*$/.test(text.slice(last[1], start))) joined[joined.length - 1] = [last[0], end]
    else joined.push([start, end])
  }
  return joined
}

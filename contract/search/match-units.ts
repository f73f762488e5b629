import { fillerWeight, mayBe } from './lexicon.ts'
import type { QueryUnit } from './read-query.ts'
import type { SearchIndex } from './search-index.ts'

/** A meaning said in other words. */
const otherWords = 0.92
const wrongMarks = 0.75

export function weighQueryUnit(
  { filler, meaning, meant, words }: QueryUnit,
  { weightOf }: SearchIndex,
): number {
  if (filler) return fillerWeight
  if (meaning) return weightOf(meaning)
  return Math.max(...words.map((word, index) => weightOf(meant[index]?.[0]?.text ?? word.text)))
}

/** How well each entry answers one unit, by all of its words or by its meaning; 0 is not at all. */
export function matchUnit(unit: QueryUnit, { postings, entries }: SearchIndex): Float64Array {
  const match = matchWord(unit, 0, postings, entries.length)
  for (let index = 1; index < unit.words.length; index += 1) {
    const other = matchWord(unit, index, postings, entries.length)
    for (let at = 0; at < match.length; at += 1) match[at] = Math.min(match[at]!, other[at]!)
  }
  for (const { at, weight } of (unit.meaning && postings.get(unit.meaning)) || []) {
    match[at] = Math.max(match[at]!, weight * otherWords)
  }
  return match
}

function matchWord(unit: QueryUnit, index: number, postings: SearchIndex['postings'], entries: number) {
  const match = new Float64Array(entries)
  const word = unit.words[index]!
  for (const { text, quality } of unit.meant[index] ?? []) {
    for (const { at, weight, marks } of postings.get(text) ?? []) {
      const right = marks === undefined || text !== word.text || mayBe(word, { marks })
      match[at] = Math.max(match[at]!, weight * quality * (right ? 1 : wrongMarks))
    }
  }
  return match
}

import type { QueryUnit } from './read-query.ts'
import type { IndexedPhrase } from './search-index.ts'

/** A query as a whole, to be compared with titles and keywords. */
export interface WholeQuery {
  units: readonly QueryUnit[]
  weights: readonly number[]
  total: number
  words: Set<string>
  meanings: Set<string>
  /** Neighbours, as they stand in a line of words. */
  pairs: string[]
}

const inOrder = 0.25

export function wholeQuery(units: readonly QueryUnit[], weights: readonly number[]): WholeQuery {
  const likeliest = units.flatMap(({ words }) => words.map((word) => word.text))
  return {
    units,
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
    // A guess would make a phrase fit that says something else; only the likeliest counts.
    words: new Set(units.flatMap(({ filler, words }) => (filler ? [] : words.map((word) => word.text)))),
    meanings: new Set(units.flatMap(({ meaning }) => meaning ?? [])),
    pairs: pairsOf(likeliest),
  }
}

/** 0 … 1.25: how much of the query the phrase says, how little else, and how much of it in the same order. */
export function phraseFit(phrase: IndexedPhrase, query: WholeQuery): number {
  let said = 0
  for (let index = 0; index < query.units.length; index += 1) {
    const { words, meaning } = query.units[index]!
    const same = meaning && phrase.meanings.has(meaning)
    if (same || words.every(({ text }) => phrase.words.has(text))) said += query.weights[index]!
  }
  if (said === 0) return 0
  let asked = 0
  for (const { words, meaning, weight } of phrase.units) {
    const same = meaning && query.meanings.has(meaning)
    if (same || words.every((text) => query.words.has(text))) asked += weight
  }
  const recall = said / query.total
  const precision = asked / phrase.length
  const fit = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
  const inPlace = query.pairs.filter((pair) => phrase.line.includes(pair)).length
  return fit + (inOrder * inPlace) / query.pairs.length
}

function pairsOf(words: readonly string[]): string[] {
  if (words.length < 2) return words.map((word) => ` ${word} `)
  return words.slice(1).map((word, index) => ` ${words[index]} ${word} `)
}

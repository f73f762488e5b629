import type { SearchEntry } from '#contract/search.ts'
import { mayBe } from './lexicon.ts'
import { type QueryUnit, readQuery } from './read-query.ts'
import { phraseFit, wholeQuery } from './phrase-fit.ts'
import type { SearchIndex } from './search-index.ts'

export interface Found<E extends SearchEntry = SearchEntry> {
  entry: E
  score: number
  /** Answers all that was asked. */
  whole: boolean
}

/** A meaning said in other words. */
const otherWords = 0.92
const wrongMarks = 0.75
/** Of the weight of a query: an entry that answers less of it is about something else. */
const leastCovered = 0.45
/** Of the best score: what answers only a part and comes far behind only hides the best. */
const leastOfBest = 0.35
const fillerWeight = 0.03
/** Fillers may be missing. */
const almostAll = 0.9

/** Entries that answer a query, best first, always in the same order. */
export function findEntries<E extends SearchEntry>(
  index: SearchIndex<E>,
  query: string,
  limit = 20,
): Found<E>[] {
  return bestOf(scoreEntries(index, query), limit)
}

/** The same, before the weak ones are left out: for joining what several indexes found. */
export function scoreEntries<E extends SearchEntry>(index: SearchIndex<E>, query: string): Found<E>[] {
  const { postings, lexicon, entries, alsoKnown } = index
  const units = readQuery(query, lexicon, {
    has: (word) => postings.has(word) || alsoKnown?.(word) === true,
    all: () => postings.keys(),
  })
  const weights = units.map((unit) => weightOf(unit, index))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const matches = units.map((unit) => matchUnit(unit, index))
  const asked = wholeQuery(units, weights)
  const candidates = new Set(matches.flatMap((match) => Array.from(match.keys())))
  const found: Found<E>[] = []
  for (const at of candidates) {
    const { covered, words } = sumUp(matches, weights, at)
    if (covered < total * leastCovered) continue
    const fit = Math.max(...index.phrases[at]!.map((phrase) => phraseFit(phrase, asked, index.weightOf)))
    const score = (words / total + fit) * (covered / total) * standing(entries[at]!)
    found.push({ entry: entries[at]!, score, whole: covered > total * almostAll })
  }
  return found
}

function sumUp(matches: readonly Map<number, number>[], weights: readonly number[], at: number) {
  let covered = 0
  let words = 0
  matches.forEach((match, unit) => {
    const quality = match.get(at)
    if (quality === undefined) return
    covered += weights[unit]!
    words += weights[unit]! * quality
  })
  return { covered, words }
}

export function bestOf<E extends SearchEntry>(found: readonly Found<E>[], limit: number): Found<E>[] {
  const sorted = [...found].sort((a, b) => b.score - a.score || compareEntries(a.entry, b.entry))
  const least = (sorted[0]?.score ?? 0) * leastOfBest
  return sorted.filter(({ score, whole }) => whole || score >= least).slice(0, limit)
}

/** What to do comes before what was written about it, and what no longer exists comes last. */
function standing({ kind, abolished }: SearchEntry): number {
  if (abolished) return 0.9
  return kind === 'guide' ? 1 : kind === 'article' ? 0.82 : 0.95
}

function compareEntries(a: SearchEntry, b: SearchEntry): number {
  const newer = (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '')
  return newer || (a.kind + a.id < b.kind + b.id ? -1 : 1)
}

function weightOf({ filler, meaning, meant, words }: QueryUnit, { weightOf }: SearchIndex): number {
  if (filler) return fillerWeight
  if (meaning) return weightOf(meaning)
  return Math.max(...words.map((word, index) => weightOf(meant[index]?.[0]?.text ?? word.text)))
}

/** How well each entry answers one unit: by all of its words, or by its meaning. */
function matchUnit(unit: QueryUnit, { postings }: SearchIndex): Map<number, number> {
  const match = unit.words
    .map((_, index) => matchWord(unit, index, postings))
    .reduce((all, one) => {
      const both = Array.from(all).filter(([at]) => one.has(at))
      return new Map(both.map(([at, quality]) => [at, Math.min(quality, one.get(at)!)]))
    })
  for (const { at, weight } of (unit.meaning && postings.get(unit.meaning)) || []) {
    match.set(at, Math.max(match.get(at) ?? 0, weight * otherWords))
  }
  return match
}

function matchWord(unit: QueryUnit, index: number, postings: SearchIndex['postings']): Map<number, number> {
  const match = new Map<number, number>()
  const word = unit.words[index]!
  for (const { text, quality } of unit.meant[index] ?? []) {
    for (const { at, weight, marks } of postings.get(text) ?? []) {
      const right = marks === undefined || text !== word.text || mayBe(word, { marks })
      const score = weight * quality * (right ? 1 : wrongMarks)
      if (score > (match.get(at) ?? 0)) match.set(at, score)
    }
  }
  return match
}

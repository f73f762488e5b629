import type { SearchEntry } from '#contract/search.ts'
import { matchUnit, weighQueryUnit } from './match-units.ts'
import { phraseFit, wholeQuery } from './phrase-fit.ts'
import { readQuery } from './read-query.ts'
import type { SearchIndex } from './search-index.ts'

export interface Found<E extends SearchEntry = SearchEntry> {
  entry: E
  score: number
  /** Answers all that was asked. */
  whole: boolean
}

/** Of the weight of a query: an entry that answers less of it is about something else. */
const leastCovered = 0.45
/** Of the best score: what answers only a part and comes far behind only hides the best. */
const leastOfBest = 0.35
/** Fillers may be missing. */
const almostAll = 0.9
/** Looking at every phrase of an entry is the dear part; only the most promising get that far. */
const mostCompared = 80

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
  const asked = wholeQuery(
    units,
    units.map((unit) => weighQueryUnit(unit, index)),
  )
  const matches = units.map((unit) => matchUnit(unit, index))
  return entries
    .map((entry, at) => ({ entry, at, ...sumUp(matches, asked.weights, at) }))
    .filter(({ covered }) => covered > 0 && covered >= asked.total * leastCovered)
    .sort((a, b) => b.words * b.covered - a.words * a.covered || a.at - b.at)
    .slice(0, mostCompared)
    .map(({ entry, at, covered, words }) => {
      const fit = Math.max(...index.phrases[at]!.map((phrase) => phraseFit(phrase, asked)))
      const score = (words / asked.total + fit) * (covered / asked.total) * standing(entry)
      return { entry, score, whole: covered > asked.total * almostAll }
    })
}

function sumUp(matches: readonly Float64Array[], weights: readonly number[], at: number) {
  let covered = 0
  let words = 0
  for (let unit = 0; unit < matches.length; unit += 1) {
    const quality = matches[unit]![at]!
    if (quality > 0) covered += weights[unit]!
    words += weights[unit]! * quality
  }
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

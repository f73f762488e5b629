import type { Lexicon } from '#contract/search/lexicon.ts'
import type { QueryUnit } from '#contract/search/read-query.ts'
import type { Queries } from '../db/database.ts'
import { findWords } from './search.repo.ts'

/** A part of a query as the news may say it: in any of these ways, each of one or more words. */
export interface Part {
  ways: string[][]
  /** In about how many articles, and in how many of their titles. */
  anywhere: number
  inTitle: number
}

const mostReadings = 8
/** Without its marks a shorter word is several others: `rơi` is also `rồi`. */
const shortestOtherWord = 4

/** The parts of a query that the news know, the most telling first. */
export async function partsOf(db: Queries, units: readonly QueryUnit[], lexicon: Lexicon): Promise<Part[]> {
  const allWays = units.map((unit) => withoutImplied(waysOf(unit, lexicon)))
  const words = Array.from(new Set(allWays.flat(2)))
  const found = await findWords(
    db,
    words.flatMap((word) => [word, titleMark + word]),
  )
  const counts = new Map(found.map(({ word, articles }) => [word, articles]))
  const countOf = (ways: readonly string[][], mark: string) =>
    ways.reduce((sum, way) => sum + Math.min(...way.map((word) => counts.get(mark + word) ?? 0)), 0)
  return allWays
    .map((ways) => ways.filter((way) => way.every((word) => counts.has(word))))
    .filter((ways) => ways.length > 0)
    .map((ways) => ({ ways, anywhere: countOf(ways, ''), inTitle: countOf(ways, titleMark) }))
    .sort((a, b) => a.anywhere - b.anywhere)
}

/** Marks the words of a title, as the function `article_lexemes` does. */
export const titleMark = '^'

function waysOf({ meaning, words, meant }: QueryUnit, lexicon: Lexicon): string[][] {
  const said =
    words.length === 1
      ? (meant[0] ?? []).slice(0, mostReadings).map(({ text }) => [text])
      : [words.map(({ text }) => text)]
  const others = (meaning && lexicon.ways.get(meaning)) || []
  return [...said, ...others.filter((way) => way.length > 1 || way[0]!.length >= shortestOtherWord)]
}

/** Who says `bị mất` also says `mất`. */
function withoutImplied(ways: readonly string[][]): string[][] {
  return ways.filter((way, index) =>
    ways.every((other, at) => {
      if (at === index || !other.every((word) => way.includes(word))) return true
      return other.length === way.length && at > index
    }),
  )
}

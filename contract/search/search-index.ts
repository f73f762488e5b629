import type { SearchEntry } from '#contract/search.ts'
import { cutIntoUnits, fillerWeight, type Lexicon, type Unit } from './lexicon.ts'
import { readWords, textsOf } from './words.ts'

/** A title or keyword: what it takes to say the whole of it. */
export interface IndexedPhrase {
  units: { words: string[]; meaning: string | undefined; weight: number }[]
  /** The weight of all of it. */
  length: number
  words: Set<string>
  meanings: Set<string>
  /** Its folded words between spaces, to find others inside. */
  line: string
}

export interface Posting {
  at: number
  /** Of the best field in which the word stands. */
  weight: number
  /** Unknown for words of the body. */
  marks: string | undefined
}

export interface SearchIndex<E extends SearchEntry = SearchEntry> {
  entries: readonly E[]
  phrases: IndexedPhrase[][]
  /** By word, and by meaning. */
  postings: Map<string, Posting[]>
  lexicon: Lexicon
  weightOf: (key: string) => number
  /** Words that are no slip although no entry has them. */
  alsoKnown?: (word: string) => boolean
}

const fieldWeights = { title: 1, keyword: 0.9, text: 0.5, words: 0.25 } as const
const unknown = 0.5
const commonest = 0.12

/** `weightOf` lets a few entries be weighed like the many of another index. */
export function buildIndex<E extends SearchEntry>(
  entries: readonly E[],
  lexicon: Lexicon,
  weightOf?: (key: string) => number,
): SearchIndex<E> {
  const postings = new Map<string, Posting[]>()
  const read = entries.map((entry, at) => {
    const add = (key: string, weight: number, marks: string | undefined) =>
      addPosting(postings, key, { at, weight, marks })
    return indexEntry(entry, lexicon, add)
  })
  // How much a word weighs is known when all have been read.
  const weigh = weightOf ?? rarity(postings, entries.length)
  const phrases = read.map((list) => list.map((units) => indexedPhrase(units, weigh)))
  return { entries, phrases, postings, lexicon, weightOf: weigh }
}

type Add = (key: string, weight: number, marks: string | undefined) => void

/** Adds all words of an entry and answers its title and keywords. */
function indexEntry(entry: SearchEntry, lexicon: Lexicon, add: Add): Unit[][] {
  const read = (text: string, weight: number) => {
    const units = cutIntoUnits(readWords(text), lexicon)
    for (const { words, meaning } of units) {
      for (const word of words) add(word.text, weight, word.marks)
      if (meaning) add(meaning, weight, undefined)
    }
    return units
  }
  const phrases = [read(entry.title, fieldWeights.title)]
  for (const keyword of entry.keywords) phrases.push(read(keyword, fieldWeights.keyword))
  read(entry.text, fieldWeights.text)
  for (const word of entry.words.split(' ')) if (word) add(word, fieldWeights.words, undefined)
  return phrases
}

function indexedPhrase(units: readonly Unit[], weightOf: (key: string) => number): IndexedPhrase {
  const weighed = units.map(({ words, meaning, filler }) => {
    const texts = textsOf(words)
    const weight = meaning ? weightOf(meaning) : Math.max(...texts.map(weightOf))
    return { words: texts, meaning, weight: filler ? fillerWeight : weight }
  })
  const texts = weighed.flatMap(({ words }) => words)
  return {
    units: weighed,
    length: weighed.reduce((sum, { weight }) => sum + weight, 0),
    words: new Set(texts),
    meanings: new Set(units.flatMap(({ meaning }) => meaning ?? [])),
    line: ` ${texts.join(' ')} `,
  }
}

function addPosting(postings: Map<string, Posting[]>, key: string, posting: Posting): void {
  const list = postings.get(key)
  if (!list) return void postings.set(key, [posting])
  // Entries come one after the other, so an earlier occurrence of the same is near the end.
  for (let index = list.length - 1; index >= 0 && list[index]!.at === posting.at; index -= 1) {
    if (list[index]!.marks !== posting.marks) continue
    list[index]!.weight = Math.max(list[index]!.weight, posting.weight)
    return
  }
  list.push(posting)
}

/** What few entries say tells more than what all of them say. */
function rarity(postings: Map<string, Posting[]>, entries: number): (key: string) => number {
  const weights = new Map<string, number>()
  for (const [key, list] of postings) {
    const count = new Set(list.map(({ at }) => at)).size
    weights.set(key, Math.max(commonest, Math.log(1 + entries / count) / Math.log(1 + entries)))
  }
  return (key) => weights.get(key) ?? unknown
}

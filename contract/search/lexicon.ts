import type { SearchWords } from '#contract/search.ts'
import { readWords, textsOf, type Word } from './words.ts'

/** Some words that belong together; those of one meaning find each other. */
export interface Unit {
  words: Word[]
  /** `#3` for the third list of synonyms. */
  meaning: string | undefined
  /** Says nothing about what is looked for. */
  filler: boolean
}

/** Nearly nothing, but enough to tell two that are equal otherwise. */
export const fillerWeight = 0.03

interface Phrase extends Unit {
  order: number
}

/** The unit's vocabulary of synonyms, made ready once. */
export interface Lexicon {
  /** By their first word, longest first. */
  phrases: Map<string, Phrase[]>
  /** Every way to say a meaning, in folded words. */
  ways: Map<string, string[][]>
  vocabulary: Set<string>
}

export function compileLexicon({ same, fillers }: Pick<SearchWords, 'same' | 'fillers'>): Lexicon {
  const lexicon: Lexicon = { phrases: new Map(), ways: new Map(), vocabulary: new Set() }
  same.forEach((group, index) => {
    const meaning = `#${index}`
    for (const text of group) addPhrase(lexicon, { words: readWords(text), meaning, filler: false })
  })
  for (const text of fillers) addPhrase(lexicon, { words: readWords(text), meaning: undefined, filler: true })
  for (const list of lexicon.phrases.values()) {
    list.sort((a, b) => b.words.length - a.words.length || a.order - b.order)
  }
  return lexicon
}

function addPhrase({ phrases, ways, vocabulary }: Lexicon, unit: Unit): void {
  const [first] = unit.words
  if (!first) return
  const list = phrases.get(first.text) ?? []
  phrases.set(first.text, [...list, { ...unit, order: list.length }])
  for (const { text } of unit.words) vocabulary.add(text)
  if (unit.meaning) ways.set(unit.meaning, [...(ways.get(unit.meaning) ?? []), textsOf(unit.words)])
}

/**
 * Cuts words into units, taking the longest phrase that is known at each place. `readings` are the words that may have
 * been meant at each place, when that is not certain.
 */
export function cutIntoUnits(
  words: readonly Word[],
  lexicon: Lexicon,
  readings: readonly (readonly string[])[] = words.map((word) => [word.text]),
): Unit[] {
  const units: Unit[] = []
  for (let at = 0; at < words.length;) {
    const unit = longestPhrase(words, at, lexicon, readings)
    units.push(unit ?? { words: words.slice(at, at + 1), meaning: undefined, filler: false })
    at += unit?.words.length ?? 1
  }
  return units
}

function longestPhrase(
  words: readonly Word[],
  at: number,
  { phrases }: Lexicon,
  readings: readonly (readonly string[])[],
): Unit | undefined {
  let longest: Unit | undefined
  for (const first of readings[at] ?? []) {
    const phrase = phrases.get(first)?.find((phrase) => standsAt(words, at, phrase.words, readings))
    if (phrase && phrase.words.length > (longest?.words.length ?? 0)) longest = phrase
  }
  if (!longest) return undefined
  const { meaning, filler } = longest
  return {
    words: longest.words.map(({ text }, index) => asRead(words[at + index]!, text)),
    ...{ meaning, filler },
  }
}

function standsAt(
  words: readonly Word[],
  at: number,
  phrase: readonly Word[],
  readings: readonly (readonly string[])[],
): boolean {
  if (at + phrase.length > words.length) return false
  // A single word means too many things: it must be the likeliest reading and have the right marks. bé is no bể.
  if (phrase.length === 1) return readings[at]?.[0] === phrase[0]!.text && mayBe(words[at]!, phrase[0]!)
  return phrase.every((word, index) => readings[at + index]?.includes(word.text))
}

/** Marks stay only with the letters on which they were typed. */
export function asRead(word: Word, text: string): Word {
  return word.text === text ? word : { ...word, text, marks: '' }
}

/** Marks that were typed must be right; marks that were left out may be any. */
export function mayBe(typed: Word, meant: Pick<Word, 'marks'>): boolean {
  return typed.marks === '' || typed.marks === meant.marks
}

import { asRead, cutIntoUnits, type Lexicon, type Unit } from './lexicon.ts'
import { isOneTypoAway, shortestForTypo } from './typo.ts'
import { decodeTyping, otherSpelling } from './typing.ts'
import { readWords, textsOf, type Word } from './words.ts'

/** A word that may have been meant, and how sure that is. */
export interface Meant {
  text: string
  quality: number
}

/** A part of a query: everything that each of its words may mean. */
export interface QueryUnit extends Unit {
  meant: Meant[][]
}

/** The words that something to be searched knows. */
export interface Vocabulary {
  has: (word: string) => boolean
  all: () => Iterable<string>
}

const quality = { exact: 1, decoded: 0.95, startsWith: 0.8, typo: 0.7 } as const
const shortestToJoin = 5
const mostGuesses = 30

/** A query as units, with keyboard leftovers decoded, joined words parted and slips put right. */
export function readQuery(query: string, lexicon: Lexicon, vocabulary: Vocabulary): QueryUnit[] {
  const knows = (word: string) => vocabulary.has(word) || lexicon.vocabulary.has(word)
  const typed = readWords(query).flatMap((word) => partJoined(word, knows))
  const meant = typed.map((word, index) =>
    meantBy(word, index === typed.length - 1, knows, [vocabulary.all(), lexicon.vocabulary]),
  )
  const readings = meant.map((list, index) => (list.length > 0 ? textsOf(list) : [typed[index]!.text]))
  const likeliest = typed.map((word, index) => asRead(word, readings[index]![0]!))
  const units = cutIntoUnits(likeliest, lexicon, readings)
  const idle = units.every((unit) => unit.filler)
  let at = 0
  return units.map((unit) => {
    const from = at
    at += unit.words.length
    // Who types nothing else means it.
    return { ...unit, filler: unit.filler && !idle, meant: meant.slice(from, at) }
  })
}

function meantBy(
  { text }: Word,
  last: boolean,
  knows: (word: string) => boolean,
  known: readonly Iterable<string>[],
): Meant[] {
  const sure: Meant[] = knows(text) ? [{ text, quality: quality.exact }] : []
  const decoded = decodeTyping(text)
  if (decoded && knows(decoded)) sure.push({ text: decoded, quality: quality.decoded })
  const respelled = otherSpelling(decoded ?? text)
  if (respelled && knows(respelled)) sure.push({ text: respelled, quality: quality.decoded })
  // A number is right or it is another number.
  const maySlip = sure.length === 0 && !/^\d+$/.test(text)
  if (!last && !maySlip) return sure
  const guesses = new Map<string, number>()
  for (const words of known) {
    for (const word of words) {
      const guess = guessAt(word, text, decoded, last, maySlip)
      if (guess) guesses.set(word, guess)
    }
  }
  for (const { text } of sure) guesses.delete(text)
  const unsure = Array.from(guesses, ([text, quality]) => ({ text, quality }))
  unsure.sort((a, b) => b.quality - a.quality || (a.text < b.text ? -1 : 1))
  return [...sure, ...unsure.slice(0, mostGuesses)]
}

function guessAt(word: string, text: string, decoded: string | undefined, last: boolean, maySlip: boolean) {
  if (last && word.length > text.length && word.startsWith(text)) {
    // Nearly whole is nearly sure.
    return quality.startsWith * Math.sqrt(text.length / word.length)
  }
  if (!maySlip) return undefined
  const slips = [text, decoded ?? ''].some(
    (typed) => typed.length >= shortestForTypo && isOneTypoAway(typed, word),
  )
  return slips ? quality.typo - (word[0] === text[0] ? 0 : 0.1) : undefined
}

/** `tamtru` is two words that lost their space. */
function partJoined(word: Word, knows: (word: string) => boolean): Word[] {
  const { text } = word
  if (text.length < shortestToJoin || knows(text) || decodeTyping(text)) return [word]
  const parts = split(text, knows)
  return parts ? parts.map((part) => ({ ...word, text: part, marks: '' })) : [word]
}

function split(text: string, knows: (word: string) => boolean): string[] | undefined {
  if (text === '') return []
  for (let length = Math.min(text.length, 7); length > 1; length -= 1) {
    const head = text.slice(0, length)
    if (!/[aeiouy]/.test(head) || !knows(head)) continue
    const rest = split(text.slice(length), knows)
    if (rest) return [head, ...rest]
  }
  return undefined
}

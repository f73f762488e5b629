import { randomBytes } from 'node:crypto'
import { fold } from '#contract/fold.ts'

/** 64 bits in two halves. Texts that resemble each other differ in few of them. */
export type Signature = readonly [number, number]

/** 10 of 64 bits mean that about nine words in ten are the same; unrelated texts differ in 20 to 32. */
const mostDifferent = 10

const seeds = [randomBytes(4).readUInt32LE(), randomBytes(4).readUInt32LE()] as const

/**
 * A simhash of a text's words. Its key is made at the start and kept nowhere, so nobody can try out texts against a
 * signature later. Numbers count as one word: they are what a template changes first.
 */
export function signatureOf(text: string): Signature {
  const words = fold(text).split(/[^a-z0-9]+/u)
  const distinct = new Set(words.map((word) => (/\d/u.test(word) ? '#' : word)))
  distinct.delete('')
  return [simhash(distinct, seeds[0]), simhash(distinct, seeds[1])]
}

function simhash(words: Iterable<string>, seed: number): number {
  const balance = new Int32Array(32)
  for (const word of words) {
    const bits = hash(word, seed)
    for (let bit = 0; bit < 32; bit += 1) balance[bit]! += (bits >>> bit) & 1 ? 1 : -1
  }
  return balance.reduce((bits, sum, bit) => (sum > 0 ? bits | (1 << bit) : bits), 0) >>> 0
}

/** FNV-1a from a secret seed, mixed at the end so that every bit depends on every letter. */
function hash(text: string, seed: number): number {
  let value = seed ^ 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}

export function areNear(one: Signature, other: Signature): boolean {
  return ones(one[0] ^ other[0]) + ones(one[1] ^ other[1]) <= mostDifferent
}

function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

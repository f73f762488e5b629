import * as v from 'valibot'

/** Each one more is a number more in the body of a tip. */
const mostParts = 128
/** In a block of bytes, behind a hash. */
const numberAt = 32

/**
 * Some work for the phone, asked for where many tips come from one place at once: cheap for one person, dear for a
 * flood. Many small parts instead of a big one, so that luck hardly changes how long it takes: find for each part, from 0
 * on, the smallest number whose hash begins with `bits` zero bits.
 */
export const Challenge = v.object({
  /** Opaque and signed. It holds for one key of one sender and for some minutes. */
  challenge: v.pipe(v.string(), v.regex(/^[\w.-]{1,200}$/)),
  bits: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(14)),
  parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostParts)),
})
export type Challenge = v.InferOutput<typeof Challenge>

export const Proof = v.object({
  challenge: Challenge.entries.challenge,
  /** One number for each part. */
  numbers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31))),
    v.minLength(1),
    v.maxLength(mostParts),
  ),
})
export type Proof = v.InferOutput<typeof Proof>

/** Each side brings its own. The bytes it answers with may be those of its next answer. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

export function isSolved(
  sha256: Sha256,
  challenge: string,
  bits: number,
  part: number,
  number: number,
): boolean {
  return isRight(sha256, blockOf(sha256, challenge, part), number, bits)
}

/** Solves one part. Takes about 2 ^ bits hashes: call it off the main thread. */
export function solvePart(sha256: Sha256, { challenge, bits }: Challenge, part: number): number {
  const block = blockOf(sha256, challenge, part)
  for (let number = 0; ; number += 1) if (isRight(sha256, block, number, bits)) return number
}

interface Block {
  bytes: Uint8Array
  view: DataView
}

/** What stays the same for all numbers of a part, hashed once, and room for a number: together one round of SHA-256. */
function blockOf(sha256: Sha256, challenge: string, part: number): Block {
  const bytes = new Uint8Array(numberAt + 4)
  bytes.set(sha256(new TextEncoder().encode(`${challenge}:${part}`)))
  return { bytes, view: new DataView(bytes.buffer) }
}

/** Two bytes are enough for the most `bits` that there are. */
function isRight(sha256: Sha256, { bytes, view }: Block, number: number, bits: number): boolean {
  view.setUint32(numberAt, number)
  const [first = 0, second = 0] = sha256(bytes)
  return Math.clz32((first << 24) | (second << 16)) >= bits
}

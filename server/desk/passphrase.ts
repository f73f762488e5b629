import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

interface Cost {
  /** log2 of the number of blocks; with 1 kB a block, 15 takes 32 MB. */
  blocks: number
  rounds: number
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
const standard: Cost = { blocks: 15, rounds: 3 }
const blockSize = 8
const length = 32

/** Runs at most so many at once: a crowd at the door must not take all memory and all of libuv's threads. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function stretch(passphrase: string, salt: Buffer, { blocks, rounds }: Cost): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    const maxmem = 2 * 128 * blockSize * 2 ** blocks
    return await derive(passphrase.normalize('NFC'), salt, length, {
      N: 2 ** blocks,
      r: blockSize,
      p: rounds,
      maxmem,
    })
  } finally {
    // Who waits next takes this place over.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** scrypt, with its cost and salt beside it: `scrypt$blocks$rounds$salt$hash`. */
export async function hashPassphrase(passphrase: string, cost: Cost = standard): Promise<string> {
  const salt = randomBytes(16)
  const hash = await stretch(passphrase, salt, cost)
  return ['scrypt', cost.blocks, cost.rounds, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Nobody's passphrase: checked against when there is no account, so that the answer takes as long. */
const nobody = `scrypt$${standard.blocks}$${standard.rounds}$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(length).toString('base64')}`

export async function checkPassphrase(passphrase: string, stored: string | undefined): Promise<boolean> {
  const [, blocks, rounds, salt = '', hash = ''] = (stored ?? nobody).split('$')
  const cost = { blocks: Number(blocks), rounds: Number(rounds) }
  const given = await stretch(passphrase, Buffer.from(salt, 'base64'), cost)
  return timingSafeEqual(given, Buffer.from(hash, 'base64')) && stored !== undefined
}

const shortest = 14
const fewestSigns = 8

/** Why a passphrase is too weak, as a sentence that says what to do; undefined when it is good. */
export function weaknessOf(passphrase: string, about: readonly string[]): string | undefined {
  const plain = passphrase.normalize('NFC').toLowerCase()
  if (Array.from(plain).length < shortest) {
    return `The passphrase is too short: use at least ${shortest} characters, for example four words that do not belong together.`
  }
  if (new Set(plain).size < fewestSigns) {
    return `The passphrase repeats itself: use at least ${fewestSigns} different characters.`
  }
  const told = about.find((word) => word.length > 2 && plain.includes(word.toLowerCase()))
  return told && `The passphrase contains “${told}”, which others know: leave it out.`
}

import { CleanerUnavailable, CleanProcess } from './clean-process.ts'
import type { Cleaned } from './cleaned.ts'
import { isMixed } from './mixed.ts'
import { type FileType, sniff } from './sniff.ts'

export interface CleanerLimits {
  atOnce: number
  /** More would wait for minutes: their phones ask again later. */
  waiting: number
  timeoutMs: number
  heapMb: number
  /** Of the whole process: what decoders take lies outside the heap. */
  memoryMb: number
}

const usual: CleanerLimits = { atOnce: 2, waiting: 40, timeoutMs: 60_000, heapMb: 512, memoryMb: 1200 }
/** An idle process holds some 120 MB. */
const idleMs = 10_000

/**
 * Cleans files in processes of their own: a decoder that hangs, crashes or eats memory takes neither the server nor the
 * next file with it. What can be told from the bytes as they are needs none.
 */
export class Cleaner {
  readonly #limits: CleanerLimits
  readonly #waiting: (() => void)[] = []
  readonly #processes = new Set<CleanProcess>()
  #idle: CleanProcess[] = []
  #timer: NodeJS.Timeout | undefined
  #running = 0
  #closed = false

  constructor(limits: Partial<CleanerLimits> = {}) {
    this.#limits = { ...usual, ...limits }
  }

  /** Whether there is no room in the queue: known before anything is read for it. */
  get full(): boolean {
    return this.#waiting.length >= this.#limits.waiting
  }

  async clean(bytes: Buffer): Promise<Cleaned> {
    const sniffed = sniff(bytes)
    if ('refusal' in sniffed) return sniffed
    if (isMixed(bytes, sniffed.type)) return { refusal: 'mixed' }
    await this.#turn()
    try {
      return await this.#run(bytes, sniffed.type)
    } finally {
      this.#running -= 1
      this.#waiting.shift()?.()
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await Promise.all([...this.#processes].map((one) => one.end()))
  }

  async #turn(): Promise<void> {
    if (this.#running >= this.#limits.atOnce) {
      if (this.full) throw new CleanerUnavailable('Too many files wait to be cleaned')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    this.#running += 1
  }

  async #run(bytes: Buffer, type: FileType): Promise<Cleaned> {
    if (this.#closed) throw new CleanerUnavailable('The server ends')
    const one = this.#takeIdle() ?? this.#begin()
    try {
      const cleaned = await one.clean(bytes, this.#limits.timeoutMs)
      // A process that we ended says nothing about its file.
      if (this.#closed) throw new CleanerUnavailable('The server ends')
      return cleaned
    } finally {
      // What a document's reader has taken in memory it does not give back.
      if (one.usable && type !== 'pdf') this.#keep(one)
      else await this.#drop(one)
    }
  }

  /** It may have ended meanwhile. */
  #takeIdle(): CleanProcess | undefined {
    for (let one = this.#idle.pop(); one; one = this.#idle.pop()) {
      if (one.usable) return one
      this.#processes.delete(one)
    }
    return undefined
  }

  #begin(): CleanProcess {
    const one = new CleanProcess(this.#limits)
    this.#processes.add(one)
    return one
  }

  async #drop(one: CleanProcess): Promise<void> {
    this.#processes.delete(one)
    await one.end()
  }

  #keep(one: CleanProcess): void {
    this.#idle.push(one)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) void this.#drop(idle)
    }, idleMs).unref()
  }
}

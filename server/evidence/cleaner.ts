import { CleanerUnavailable, CleanThread } from './clean-thread.ts'
import type { Cleaned } from './cleaned.ts'
import { isMixed } from './mixed.ts'
import { type FileType, sniff } from './sniff.ts'

export interface CleanerLimits {
  atOnce: number
  /** More would wait for minutes: their phones ask again later. */
  waiting: number
  timeoutMs: number
  heapMb: number
}

const usual: CleanerLimits = { atOnce: 2, waiting: 40, timeoutMs: 60_000, heapMb: 512 }
/** An idle thread holds some 60 MB. */
const idleMs = 10_000

/**
 * Cleans files in threads: a decoder that hangs, crashes or eats memory takes neither the server nor the next file with
 * it. What can be told from the bytes as they are needs none.
 */
export class Cleaner {
  readonly #limits: CleanerLimits
  readonly #waiting: (() => void)[] = []
  readonly #threads = new Set<CleanThread>()
  #idle: CleanThread[] = []
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
    await Promise.all([...this.#threads].map((thread) => thread.end()))
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
    const thread = this.#idle.pop() ?? this.#begin()
    const cleaned = await thread.clean(bytes, this.#limits.timeoutMs)
    // A thread that we ended says nothing about its file.
    if (this.#closed) throw new CleanerUnavailable('The server ends')
    // What a document's reader has taken in memory it does not give back.
    if (thread.usable && type !== 'pdf') this.#keep(thread)
    else await this.#drop(thread)
    return cleaned
  }

  #begin(): CleanThread {
    const thread = new CleanThread(this.#limits.heapMb)
    this.#threads.add(thread)
    return thread
  }

  async #drop(thread: CleanThread): Promise<void> {
    this.#threads.delete(thread)
    await thread.end()
  }

  #keep(thread: CleanThread): void {
    this.#idle.push(thread)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      for (const idle of this.#idle.splice(0)) void this.#drop(idle)
    }, idleMs).unref()
  }
}

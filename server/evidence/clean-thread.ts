import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Cleaned } from './cleaned.ts'

/** A path: where screens are tested against this server, an address beside the module is one of the test's page. */
const script = join(import.meta.dirname, 'clean-worker.js')

/** Nothing was learnt about the file: too many wait, the server ends, or the thread could not begin. */
export class CleanerUnavailable extends Error {}

/** One thread, for one file at a time. After a file that it did not survive it is of no use any more. */
export class CleanThread {
  readonly #worker: Worker
  readonly #ready: Promise<void>
  #ended = false

  constructor(heapMb: number) {
    this.#worker = new Worker(script, {
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    this.#worker.once('error', () => (this.#ended = true))
    this.#worker.once('exit', () => (this.#ended = true))
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.once('message', () => resolve())
      this.#worker.once('error', reject)
      this.#worker.once('exit', () => reject(new Error('The cleaning thread ended')))
    })
    // Whoever waits for it hears of it.
    this.#ready.catch(() => undefined)
  }

  get usable(): boolean {
    return !this.#ended
  }

  /** A file that ends or outlasts the thread is `broken`. */
  async clean(bytes: Buffer, timeoutMs: number): Promise<Cleaned> {
    this.#worker.ref()
    await this.#ready.catch((cause: unknown) => {
      throw new CleanerUnavailable('The cleaning thread did not begin', { cause })
    })
    const answer = new Promise<Cleaned | undefined>((resolve) => {
      this.#worker.once('message', resolve)
      this.#worker.once('exit', () => resolve(undefined))
    })
    this.#worker.postMessage(bytes)
    const timer = setTimeout(() => void this.end(), timeoutMs)
    const cleaned = await answer
    clearTimeout(timer)
    this.#worker.removeAllListeners('exit').once('exit', () => (this.#ended = true))
    this.#worker.unref()
    return cleaned ? asBuffer(cleaned) : { refusal: 'broken' }
  }

  async end(): Promise<void> {
    this.#ended = true
    await this.#worker.terminate()
  }
}

/** Bytes come out of a thread as a plain array of bytes. */
function asBuffer(cleaned: Cleaned): Cleaned {
  return 'bytes' in cleaned ? { ...cleaned, bytes: Buffer.from(cleaned.bytes) } : cleaned
}

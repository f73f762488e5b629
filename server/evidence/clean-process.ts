import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Cleaned } from './cleaned.ts'

/** A path: where screens are tested against this server, an address beside the module is one of the test's page. */
const script = join(import.meta.dirname, 'clean-child.js')
/** All that it gets of the server's environment: neither keys nor the database's address. */
const passed = ['PATH', 'TMPDIR']

/** Nothing was learnt about the file: too many wait, the server ends, or the process did not begin or was killed. */
export class CleanerUnavailable extends Error {}

/** How a process ended: by its own code, or by a signal. */
type End = NodeJS.Signals | 'code'

/** One process, for one file at a time. After a file that it did not survive it is of no use any more. */
export class CleanProcess {
  readonly #child: ChildProcess
  readonly #ready: Promise<unknown>
  readonly #exit: Promise<End>
  #usable = true
  #ours = false

  constructor({ heapMb, memoryMb }: { heapMb: number; memoryMb: number }) {
    this.#child = fork(script, [String(memoryMb)], {
      execArgv: [`--max-old-space-size=${heapMb}`],
      env: Object.fromEntries(passed.map((name) => [name, process.env[name]])),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#exit = new Promise((resolve) => {
      this.#child.once('exit', (_, signal) => resolve(signal ?? 'code'))
      // Where it could not be started there is no exit.
      this.#child.on('error', () => resolve('code'))
    })
    void this.#exit.then(() => (this.#usable = false))
    this.#ready = Promise.race([this.#message(), this.#exit])
  }

  get usable(): boolean {
    return this.#usable
  }

  /** A file that ends or outlasts the process is `broken`; one whose process others killed may be innocent. */
  async clean(bytes: Buffer, timeoutMs: number): Promise<Cleaned> {
    this.#hold()
    await this.#ready
    if (!this.usable) throw new CleanerUnavailable('The cleaning process did not begin')
    const answer = this.#message()
    // What cannot be sent is told by the exit.
    this.#child.send(bytes, () => undefined)
    const timer = setTimeout(() => void this.end(), timeoutMs)
    const cleaned = await Promise.race([answer, this.#exit])
    clearTimeout(timer)
    this.#release()
    if (typeof cleaned !== 'string') return cleaned
    // No decoder ends itself like this: it was the kernel, short of memory, or the operator.
    if (cleaned === 'SIGKILL' && !this.#ours) throw new CleanerUnavailable('The cleaning process was killed')
    return { refusal: 'broken' }
  }

  async end(): Promise<void> {
    this.#usable = false
    this.#ours = true
    // An idle one would not keep who waits for it from ending first.
    this.#hold()
    this.#child.kill('SIGKILL')
    await this.#exit
  }

  #message(): Promise<Cleaned> {
    return new Promise((resolve) => this.#child.once('message', (message) => resolve(message as Cleaned)))
  }

  #hold(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }

  /** An idle process keeps no server from ending. */
  #release(): void {
    this.#child.unref()
    this.#child.channel?.unref()
  }
}

/** Lets one at a time through, first come first served. */
export class Turnstile {
  #taken = false
  readonly #waiting: (() => void)[] = []

  get free(): boolean {
    return !this.#taken
  }

  async pass<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#taken = false
    }
  }
}

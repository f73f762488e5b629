/** Counts per subject within a window that begins with its first event. In memory; the oldest subjects go first. */
export class WindowedCounts {
  readonly #counts = new Map<string, { count: number; until: number }>()
  readonly #windowMs: number
  readonly #mostSubjects: number

  constructor(windowMs: number, mostSubjects = 100_000) {
    this.#windowMs = windowMs
    this.#mostSubjects = mostSubjects
  }

  of(subject: string, now: number): number {
    return this.#current(subject, now)?.count ?? 0
  }

  add(subject: string, now: number, amount = 1): number {
    const known = this.#current(subject, now)
    if (known) return (known.count += amount)
    this.#counts.delete(subject)
    this.#counts.set(subject, { count: amount, until: now + this.#windowMs })
    this.#forget(now)
    return amount
  }

  /** Seconds until the subject's window ends. */
  secondsLeft(subject: string, now: number): number {
    const known = this.#current(subject, now)
    return known ? Math.ceil((known.until - now) / 1000) : 0
  }

  #current(subject: string, now: number) {
    const known = this.#counts.get(subject)
    return known && known.until > now ? known : undefined
  }

  #forget(now: number): void {
    for (const [subject, { until }] of this.#counts) {
      if (until > now && this.#counts.size <= this.#mostSubjects) return
      this.#counts.delete(subject)
    }
  }
}

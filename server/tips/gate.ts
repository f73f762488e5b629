import { randomBytes } from 'node:crypto'
import { keyedHash } from '../keys/seal.ts'
import { intakeLimits, type IntakeLimits } from './intake-limits.ts'
import { signatureOf } from './likeness.ts'
import { Waves } from './waves.ts'
import { WindowedCounts } from './windowed-counts.ts'

const hour = 3_600_000
const day = 24 * hour
/** What does not resemble anything but came from an address that had its share while everything was full. */
const surgeWave = 'surge'

/** Where a tip comes from. Held only as keyed hashes, in memory, for an hour. */
export interface Origin {
  address: string
  /** The bearer session, if the phone sent one. */
  session?: string | undefined
}

export interface Arrival extends Origin {
  text: string
  /** About what it takes on the disk. */
  bytes: number
  /** The phone has done the work. */
  worked: boolean
}

export type Decision =
  | { kind: 'pass'; wave: string | null }
  /** The phone must work first. */
  | { kind: 'work' }
  /** Nothing helps but time. */
  | { kind: 'wait'; seconds: number }

/** Decides about each tip as it arrives, and counts those that pass. */
export class Gate {
  readonly #limits: IntakeLimits
  /** Made at start and kept nowhere. */
  readonly #key = randomBytes(32)
  readonly #addresses = new WindowedCounts(hour)
  readonly #sessions = new WindowedCounts(hour)
  readonly #threads = new WindowedCounts(hour)
  readonly #waves = new Waves()
  readonly #hourly = new WindowedCounts(hour, 1)
  readonly #daily = new WindowedCounts(day, 6)
  readonly #ofWave = new WindowedCounts(day)

  constructor(limits = intakeLimits) {
    this.#limits = limits
  }

  decide(arrival: Arrival, at: Date): Decision {
    const now = at.getTime()
    const from = this.#subjects(arrival)
    const full = this.#tooMany(from, now)
    if (full) return full
    if (!arrival.worked && this.#needsWork(from, arrival.text, now)) return { kind: 'work' }
    return this.#admit(arrival, from, now)
  }

  /** An addition to a thread, which only a receipt opens. */
  decideAddition(tip: string, worked: boolean, at: Date): Decision {
    const now = at.getTime()
    const subject = this.#hash('thread', tip)
    const count = this.#threads.of(subject, now)
    if (count >= this.#limits.thread.most) return this.#wait(this.#threads.secondsLeft(subject, now))
    if (count >= this.#limits.thread.free && !worked) return { kind: 'work' }
    this.#threads.add(subject, now)
    return { kind: 'pass', wave: null }
  }

  inSurge(at: Date): boolean {
    return this.#hourly.of('singles', at.getTime()) >= this.#limits.surge
  }

  #tooMany(from: Subjects, now: number): Decision | undefined {
    const { address, session } = from
    const { most, mostInSurge } = this.#limits.address
    const full = this.#hourly.of('singles', now) >= this.#limits.surge
    if (this.#addresses.of(address, now) >= (full ? mostInSurge : most))
      return this.#wait(this.#addresses.secondsLeft(address, now))
    if (session && this.#sessions.of(session, now) >= this.#limits.session.most)
      return this.#wait(this.#sessions.secondsLeft(session, now))
    return undefined
  }

  #needsWork({ address, session }: Subjects, text: string, now: number): boolean {
    if (this.#hourly.of('singles', now) >= this.#limits.surge) return true
    if (this.#addresses.of(address, now) >= this.#limits.address.free) return true
    if (session && this.#sessions.of(session, now) >= this.#limits.session.free) return true
    const alike = this.#waves.find(signatureOf(text), now)
    return alike !== undefined && alike.count >= this.#limits.alike.work
  }

  #admit({ text, bytes }: Arrival, { address, session }: Subjects, now: number): Decision {
    const surge = this.#hourly.of('singles', now) >= this.#limits.surge
    const group = this.#waves.count(signatureOf(text), now)
    const before = this.#addresses.of(address, now)
    const crowded = surge && before >= this.#limits.firstOfAddress
    const wave = group.count > this.#limits.alike.wave ? group.id : crowded ? surgeWave : null
    if (!this.#fits(wave, bytes, now)) return this.#wait(hour / 1000)
    this.#addresses.add(address, now)
    if (session) this.#sessions.add(session, now)
    // Waves do not make a surge: what resembles them is already told apart.
    if (wave === null) this.#hourly.add('singles', now)
    return { kind: 'pass', wave }
  }

  /** Counts into the budgets, or leaves them as they are. */
  #fits(wave: string | null, bytes: number, now: number): boolean {
    const spent = (subject: string) => this.#daily.of(subject, now)
    const kind = wave === null ? 'single' : 'wave'
    const budget =
      wave === null
        ? this.#limits.day
        : { most: this.#limits.wave.perDay, bytes: this.#limits.wave.bytesPerDay }
    if (spent(`${kind} tips`) >= budget.most || spent(`${kind} bytes`) + bytes > budget.bytes) return false
    if (wave !== null && wave !== surgeWave) {
      if (this.#ofWave.of(wave, now) >= this.#limits.wave.most) return false
      this.#ofWave.add(wave, now)
    }
    this.#daily.add(`${kind} tips`, now)
    this.#daily.add(`${kind} bytes`, now, bytes)
    return true
  }

  #wait(seconds: number): Decision {
    return { kind: 'wait', seconds: Math.max(1, Math.ceil(seconds)) }
  }

  #subjects({ address, session }: Origin): Subjects {
    return { address: this.#hash('address', address), session: session && this.#hash('session', session) }
  }

  #hash(kind: string, value: string): string {
    return keyedHash(this.#key, kind, value).toString('base64').slice(0, 16)
  }
}

interface Subjects {
  address: string
  session: string | undefined
}

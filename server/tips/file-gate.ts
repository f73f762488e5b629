import { randomBytes } from 'node:crypto'
import { largestFile } from '#contract/tip-files.ts'
import { keyedHash } from '../keys/seal.ts'
import { WindowedCounts } from './windowed-counts.ts'

const hour = 3_600_000
const day = 24 * hour
const megabytes = 1024 * 1024

export interface FileLimits {
  /** Within an hour: files begun, and bytes. A factory of thousands is one address. */
  address: { starts: number; bytes: number }
  /** Of everybody together. */
  hourBytes: number
  dayBytes: number
  /** Of a day, for tips that came in a wave or beyond what a full hour takes: pictures, no films. */
  waveBytes: number
  /** That may lie there at once without their tip having come. */
  withoutTip: number
}

export const fileLimits: FileLimits = {
  address: { starts: 400, bytes: 1024 * megabytes },
  hourBytes: 2048 * megabytes,
  dayBytes: 6144 * megabytes,
  waveBytes: 200 * megabytes,
  withoutTip: 1024 * megabytes,
}

export interface FileOrigin {
  address: string
  /** The wave of the file's tip; null for a single one, and for one that has not come. */
  wave: string | null
}

/** Decides in memory how many bytes of files pass; texts of tips are counted elsewhere and never wait for files. */
export class FileGate {
  readonly limits: FileLimits
  /** Made at start and kept nowhere. */
  readonly #key = randomBytes(32)
  readonly #starts = new WindowedCounts(hour)
  readonly #addressBytes = new WindowedCounts(hour)
  readonly #hourly = new WindowedCounts(hour, 1)
  readonly #daily = new WindowedCounts(day, 2)

  constructor(limits = fileLimits) {
    this.limits = limits
  }

  /** Seconds to wait before a file of this size may begin; 0 lets it in. */
  begin({ address, wave }: FileOrigin, size: number | null, at: Date): number {
    const now = at.getTime()
    if (wave !== null && (size ?? Infinity) > largestFile.picture) return day / 1000
    const subject = this.#hash(address)
    if (this.#starts.of(subject, now) >= this.limits.address.starts)
      return this.#starts.secondsLeft(subject, now)
    const wait = this.#room({ address, wave }, 1, now)
    if (wait === 0) this.#starts.add(subject, now)
    return wait
  }

  /** Counts bytes that are about to be written, or answers how long they must wait. */
  spend(origin: FileOrigin, bytes: number, at: Date): number {
    const now = at.getTime()
    const wait = this.#room(origin, bytes, now)
    if (wait > 0) return wait
    this.#addressBytes.add(this.#hash(origin.address), now, bytes)
    this.#hourly.add('all', now, bytes)
    this.#daily.add('all', now, bytes)
    if (origin.wave !== null) this.#daily.add('waves', now, bytes)
    return 0
  }

  #room({ address, wave }: FileOrigin, bytes: number, now: number): number {
    const { limits } = this
    const checks: [WindowedCounts, string, number][] = [
      [this.#addressBytes, this.#hash(address), limits.address.bytes],
      [this.#hourly, 'all', limits.hourBytes],
      [this.#daily, 'all', limits.dayBytes],
      ...(wave === null
        ? []
        : [[this.#daily, 'waves', limits.waveBytes] as [WindowedCounts, string, number]]),
    ]
    const full = checks.find(([counts, subject, most]) => counts.of(subject, now) + bytes > most)
    return full ? Math.max(1, full[0].secondsLeft(full[1], now)) : 0
  }

  #hash(address: string): string {
    return keyedHash(this.#key, 'address', address).toString('base64').slice(0, 16)
  }
}

import { randomBytes } from 'node:crypto'
import { areNear, type Signature } from './likeness.ts'

const hour = 3_600_000
/** So many kinds of texts are remembered at most, few enough to compare each new text with all; the oldest go first. */
const mostGroups = 3000

/** Tips of the last hour that resemble each other. */
export interface Group {
  /** Made up: tells officers which tips came together, and nothing else. */
  id: string
  count: number
}

interface Remembered extends Group {
  signature: Signature
  until: number
}

/** Groups texts by likeness, in memory and for an hour. */
export class Waves {
  /** In the order in which they began. */
  #groups: Remembered[] = []

  /** Counts a text and answers its group. */
  count(signature: Signature, now: number): Group {
    const group = this.find(signature, now) ?? this.#add(signature, now)
    group.count += 1
    return group
  }

  find(signature: Signature, now: number): Group | undefined {
    return this.#groups.find((group) => areNear(group.signature, signature) && group.until > now)
  }

  #add(signature: Signature, now: number): Group {
    const group = { id: randomBytes(6).toString('hex'), count: 0, signature, until: now + hour }
    while (this.#groups[0] && (this.#groups[0].until <= now || this.#groups.length >= mostGroups))
      this.#groups.shift()
    this.#groups.push(group)
    return group
  }
}

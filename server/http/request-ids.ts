import { randomBytes } from 'node:crypto'

/** Unique over restarts and processes; a person can read one out. */
export function requestIds(): () => string {
  const process = randomBytes(4).toString('hex')
  let count = 0
  return () => `${process}-${(count += 1).toString(36)}`
}

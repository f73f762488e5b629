import { statfs } from 'node:fs/promises'

/** Below this the intake closes: what is under way, the log and the database must still have room. */
const leastFreeBytes = 512 * 1024 * 1024
const askAgainMs = 5_000

/** Seconds after which a phone may try again. */
export const closedFor = 300

export type FreeBytes = () => Promise<number>

export const freeBytesOf =
  (dir: string): FreeBytes =>
  async () => {
    const { bavail, bsize } = await statfs(dir)
    return bavail * bsize
  }

/** Whether tips are taken: not when the disk is nearly full. Asked at most every five seconds. */
export function createIntake(
  freeBytes: FreeBytes,
  clock: () => Date,
  least = leastFreeBytes,
): () => Promise<boolean> {
  let asked = -Infinity
  let open = true
  return async () => {
    const now = clock().getTime()
    if (Math.abs(now - asked) < askAgainMs) return open
    asked = now
    // A disk that does not even answer takes nothing.
    open = await freeBytes().then(
      (bytes) => bytes >= least,
      () => false,
    )
    return open
  }
}

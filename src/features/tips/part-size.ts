const first = 64 * 1024
const least = 16 * 1024
const most = 512 * 1024

/** Milliseconds: what comes back sooner can carry more, what takes longer is lost too easily. */
const quick = 1_500
const slow = 6_000

/** How much goes out at once: little at first, more while the network keeps up. */
export function createPartSize() {
  let size = first
  return {
    get: () => size,
    took: (milliseconds: number) => {
      if (milliseconds < quick) size = Math.min(most, size * 2)
      else if (milliseconds > slow) size = Math.max(least, size / 2)
    },
    failed: () => {
      size = Math.max(least, size / 2)
    },
  }
}

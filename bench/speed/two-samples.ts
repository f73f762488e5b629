/** What can be said about two samples of times. */
export interface Compared {
  medians: [number, number]
  /** Welch's t, for samples large enough that it is normal. */
  welch: { t: number; df: number; p: number }
  /** Mann–Whitney with ties and continuity corrected; does not mind the few very slow answers. */
  mannWhitney: { u: number; p: number }
  /** How often one of the first is slower than one of the second: 0.5 when nothing tells them apart. */
  slower: number
}

export function compareSamples(first: readonly number[], second: readonly number[]): Compared {
  const { u, p } = mannWhitney(first, second)
  return {
    medians: [medianOf(first), medianOf(second)],
    welch: welch(first, second),
    mannWhitney: { u, p },
    slower: u / (first.length * second.length),
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

function spread(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: squares / (values.length - 1) / values.length }
}

function welch(first: readonly number[], second: readonly number[]) {
  const [a, b] = [spread(first), spread(second)]
  const t = (a.mean - b.mean) / Math.sqrt(a.error + b.error)
  const df =
    (a.error + b.error) ** 2 / (a.error ** 2 / (first.length - 1) + b.error ** 2 / (second.length - 1))
  return { t, df, p: twoSided(t) }
}

function mannWhitney(first: readonly number[], second: readonly number[]) {
  const all = [
    ...first.map((value) => ({ value, first: true })),
    ...second.map((value) => ({ value, first: false })),
  ].sort((a, b) => a.value - b.value)
  let ranks = 0
  let ties = 0
  for (let from = 0, to = 0; from < all.length; from = to) {
    while (to < all.length && all[to]!.value === all[from]!.value) to += 1
    // Equal values share the mean of their ranks.
    ranks += all.slice(from, to).filter((each) => each.first).length * ((from + 1 + to) / 2)
    ties += (to - from) ** 3 - (to - from)
  }
  const [n, m, both] = [first.length, second.length, all.length]
  const u = ranks - (n * (n + 1)) / 2
  const variance = ((n * m) / 12) * (both + 1 - ties / (both * (both - 1)))
  const off = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5)
  return { u, p: twoSided(off / Math.sqrt(variance)) }
}

/** Of a standard normal value; to 1e-7 (Abramowitz and Stegun 26.2.17). */
function twoSided(z: number): number {
  const x = Math.abs(z)
  const k = 1 / (1 + 0.2316419 * x)
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = terms.reduce((total, term, power) => total + term * k ** (power + 1), 0)
  return Math.min(1, (2 * sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI))
}

/** One measurement of one candidate. */
export interface Sample {
  perSecond: number
  /** Processor time of the server for one answer; absent when the server shares it with the load. */
  micros?: number
}

export interface Comparison {
  ours: Sample
  baseline: Sample
  /** Median over the rounds of ours ÷ baseline, each pair measured side by side. */
  ratio: number
}

type Run = (ms: number) => Promise<Sample>

/** Long enough for the compiler to have seen a few thousand requests. */
const warmUp = 1_500
const rounds = 5

/** Ours and the baseline by turns, so that whatever disturbs the machine disturbs both. */
export async function compare(ours: Run, baseline: Run, ms: number): Promise<Comparison> {
  await ours(warmUp)
  await baseline(warmUp)
  const pairs: { ours: Sample; baseline: Sample }[] = []
  for (let round = 0; round < rounds; round += 1) {
    // Who goes first changes, because the first may pay for the garbage of the second.
    const first = round % 2 === 0 ? await ours(ms) : undefined
    const other = await baseline(ms)
    pairs.push({ ours: first ?? (await ours(ms)), baseline: other })
  }
  return {
    ours: medianSample(pairs.map((pair) => pair.ours)),
    baseline: medianSample(pairs.map((pair) => pair.baseline)),
    ratio: median(pairs.map((pair) => pair.ours.perSecond / pair.baseline.perSecond)),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values]
  sorted.sort((a, b) => a - b)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? NaN
  const high = sorted[Math.floor(middle)] ?? NaN
  return (low + high) / 2
}

function medianSample(samples: readonly Sample[]): Sample {
  const micros = samples.flatMap((sample) => sample.micros ?? [])
  return {
    perSecond: median(samples.map(({ perSecond }) => perSecond)),
    ...(micros.length > 0 && { micros: median(micros) }),
  }
}

import type { BuiltFiles } from './files.ts'
import type { Sizes } from './sizes.ts'

export interface Measured {
  files: BuiltFiles
  sizes: Sizes
  /** Gzipped bytes of the typed client with its checks. */
  contractClient: number
  /** A text that is in the platform's SDK and nowhere else. */
  sdkMark: string
}

export interface Verdict {
  budget: string
  measured: string
  limit: string
  kept: boolean
}

export const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

const atMost = (budget: string, bytes: number, limit: number, note = ''): Verdict => ({
  budget,
  measured: kB(bytes) + note,
  limit: kB(limit),
  kept: bytes <= limit,
})

/** The size promises of the design, each with what was measured. */
export function judge({ files, sizes, contractClient, sdkMark }: Measured): Verdict[] {
  const { home, routes, total, largest } = sizes
  const widest = routes.find(({ gzipped }) => routes.every((other) => other.gzipped <= gzipped))
  return [
    atMost("Home's first load", home.gzipped, 95_000, ` in ${home.files} files`),
    atMost('Any further route', widest?.gzipped ?? 0, 30_000, ` (${widest?.name ?? 'none'})`),
    atMost('The whole app', total, 2_000_000),
    atMost('The largest file', largest.bytes, 500_000, ` (${largest.name})`),
    atMost('The contract client', contractClient, 6_000),
    sdkVerdict(files, sizes, sdkMark),
    {
      budget: 'Every script and style is counted',
      measured: sizes.unreached.join(', ') || 'yes',
      limit: 'yes',
      kept: sizes.unreached.length === 0,
    },
  ]
}

/** That no file has the mark would mean that the mark is wrong, not that all is well. */
function sdkVerdict(files: BuiltFiles, { homeFiles }: Sizes, mark: string): Verdict {
  const holders = [...files].filter(([, { text }]) => text.includes(mark)).map(([name]) => name)
  const inHome = holders.filter((name) => homeFiles.includes(name))
  const measured = holders.length === 0 ? `no file has its mark ${mark}` : inHome.join(', ') || 'no'
  return { budget: 'zmp-sdk in Home', measured, limit: 'no', kept: measured === 'no' }
}

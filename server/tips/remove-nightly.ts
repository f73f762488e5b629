import { timeOf } from '#contract/local-time.ts'
import type { RetentionPeriods } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import type { EvidenceFolder } from '../evidence/evidence-folder.ts'
import { removeExpired } from './remove-expired.ts'

const hour = 3_600_000
const atNight = '03'

export interface Nightly {
  db: Database
  evidence: EvidenceFolder
  periods: RetentionPeriods
  clock: () => Date
  log: (line: string) => void
}

/** Looks hourly and removes in the hour after three at night; several processes may do it at the same time. */
export function removeNightly({ db, evidence, periods, clock, log }: Nightly): NodeJS.Timeout {
  const look = async () => {
    if (!timeOf(clock()).startsWith(atNight)) return
    for (const line of await removeExpired(db, evidence, periods, clock())) log(line)
  }
  const attempt = () =>
    look().catch((error: unknown) =>
      log(`Removing tips failed: ${error instanceof Error ? error.message : String(error)}`),
    )
  void attempt()
  return setInterval(() => void attempt(), hour)
}

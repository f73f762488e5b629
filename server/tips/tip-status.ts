import type { TipStatus } from '#contract/tip-thread.ts'
import type { EntryKind } from './tip-entries.repo.ts'

interface Dated {
  kind: EntryKind
  at: Date
}

const statuses: Partial<Record<EntryKind, TipStatus>> = {
  'passed-on': 'passed-on',
  answered: 'answered',
  'not-enough-information': 'not-enough-information',
}

/** The last entry that says something about the status, or the receipt itself. */
export function statusOf(entries: readonly Dated[], receivedAt: Date): { status: TipStatus; at: Date } {
  const last = [...entries].reverse().find(({ kind }) => kind in statuses)
  return { status: (last && statuses[last.kind]) ?? 'received', at: last?.at ?? receivedAt }
}

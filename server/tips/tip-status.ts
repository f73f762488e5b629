import type { TipStatus } from '#contract/tip-thread.ts'
import type { EntryKind } from './tip-entries.repo.ts'
import type { TipChannel } from './tips.repo.ts'

interface Dated {
  id: number
  kind: EntryKind
  at: Date
}

const statuses: Partial<Record<EntryKind, TipStatus>> = {
  'passed-on': 'passed-on',
  answered: 'answered',
  'not-enough-information': 'not-enough-information',
  // There it begins anew.
  'to-superior': 'received',
}

/** The last entry that says something about the status, or the receipt itself. */
export function statusOf(entries: readonly Dated[], receivedAt: Date): { status: TipStatus; at: Date } {
  const last = entries
    .filter(({ kind }) => kind in statuses)
    .reduce<Dated | undefined>(
      (latest, entry) => (latest && latest.id > entry.id ? latest : entry),
      undefined,
    )
  return { status: (last && statuses[last.kind]) ?? 'received', at: last?.at ?? receivedAt }
}

/** A tip may be moved to the superior, never back. */
export function channelOf(channel: TipChannel, entries: readonly { kind: EntryKind }[]): TipChannel {
  return entries.some(({ kind }) => kind === 'to-superior') ? 'superior' : channel
}

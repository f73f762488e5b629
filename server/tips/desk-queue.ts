import type { deskComplaints, deskTips } from '#contract/desk-tips.ts'
import type { ListedTip, StoredEntry } from './desk-tips.repo.ts'
import type { TipChannel } from './tips.repo.ts'

/** One of the two queues; the endpoints of both are alike. */
export type Queue = typeof deskTips | typeof deskComplaints

/** What an audit entry names: never a code or a text. */
export const about = ({ id, station }: Pick<ListedTip, 'id' | 'station'>) => ({
  records: [`tip/${id}`],
  station,
})

export const done = ({ id, at }: StoredEntry) => ({ id, at: at.toISOString() })

export interface OfQueue {
  queue: Queue
  channel: TipChannel
}

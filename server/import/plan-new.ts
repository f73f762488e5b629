import { instantAt } from '#contract/local-time.ts'
import { factorHash } from '../keys/factor-hash.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import type { Facts } from './plan.ts'
import type { SheetRecord } from './records.ts'
import { closedDay, type Outcome, refused, type RowContext, stationFor } from './row-context.ts'
import { wayTo } from './status-names.ts'
import { stepsAlong } from './steps-along.ts'

export function planNew(record: SheetRecord, context: RowContext): Outcome {
  const { key, now, guideOf, promiseOf } = context
  const station = stationFor(record, context)
  if (typeof station !== 'string') return station
  if (record.factor === null) {
    return refused(
      record,
      'phone',
      'Thiếu số điện thoại hoặc mã PIN: công dân cần một trong hai để tra hồ sơ. Bạn điền thêm.',
    )
  }
  const closed = closedDay(record, context, { station, on: record.promisedOn })
  if (closed) return closed
  const guide = guideOf(record.procedure)
  const facts: Facts = {
    procedure: record.procedure,
    guideSlug: guide?.slug ?? null,
    place: record.place,
    station,
    factorHash: factorHash(key, record.code, record.factor),
    phoneHash: record.phone === null ? null : phoneHash(key, record.phone),
  }
  const first = {
    status: 'received' as const,
    at: instantAt(record.receivedOn, '00:00').toISOString(),
    note: null,
    promisedOn: record.promisedOn ?? promiseOf(guide, record.receivedOn),
    reason: null,
  }
  const at = record.changedOn === null ? now : instantAt(record.changedOn, '00:00')
  const later = stepsAlong(record, wayTo('received', record.status) ?? [], at)
  return { kind: 'new', record, facts, steps: [first, ...later] }
}

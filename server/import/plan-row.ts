import type { ApplicationStatus } from '#contract/application-status.ts'
import { dayOf, formatDay } from '#contract/day.ts'
import { instantAt } from '#contract/local-time.ts'
import { factorHash } from '../keys/factor-hash.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import type { StoredApplication } from './import.repo.ts'
import type { Fact, Facts, Planned, PlannedStep } from './plan.ts'
import type { Problem, SheetRecord } from './records.ts'
import { statusName, wayTo } from './status-names.ts'

export interface RowContext {
  key: Buffer
  station: string
  now: Date
  guideOf: (procedure: string) => string | null
}

type Outcome = Planned | { kind: 'unchanged' } | ({ kind: 'refused' } & Problem)

const refused = (record: SheetRecord, field: Problem['field'], text: string): Outcome => ({
  kind: 'refused',
  row: record.row,
  column: null,
  field,
  text,
})

export function planNew(record: SheetRecord, context: RowContext): Outcome {
  const { key, station, now, guideOf } = context
  if (record.factor === null) {
    return refused(
      record,
      'phone',
      'Thiếu số điện thoại hoặc mã PIN: công dân cần một trong hai để tra hồ sơ.',
    )
  }
  const facts: Facts = {
    procedure: record.procedure,
    guideSlug: guideOf(record.procedure),
    place: record.place,
    station,
    factorHash: factorHash(key, record.code, record.factor),
    phoneHash: record.phone === null ? null : phoneHash(key, record.phone),
  }
  const first = {
    status: 'received' as const,
    at: instantAt(record.receivedOn, '00:00'),
    note: null,
    promisedOn: record.promisedOn,
    reason: null,
  }
  const at = record.changedOn === null ? now : instantAt(record.changedOn, '00:00')
  const later = stepsAlong(record, wayTo('received', record.status) ?? [], at, null)
  return { kind: 'new', record, facts, steps: [first, ...later] }
}

export function planKnown(record: SheetRecord, stored: StoredApplication, context: RowContext): Outcome {
  const from = { status: stored.status, promisedOn: stored.promisedOn }
  const moved = record.promisedOn !== null && record.promisedOn !== stored.promisedOn
  const problem = cannotChange(record, stored, moved)
  if (problem) return problem
  const facts = newFacts(record, stored, context)
  const changedFacts = changesOf(stored, facts)
  const way = wayBetween(stored.status, record.status, moved)
  const steps = stepsAlong(record, way, timeOf(record, stored, context.now), moved ? record.promisedOn : null)
  if (changedFacts.length === 0 && steps.length === 0) return { kind: 'unchanged' }
  return { kind: 'changed', record, id: stored.id, facts, changedFacts, steps, from }
}

/** Moving the promised date alone is a step too, in the state where the file is. */
const wayBetween = (from: ApplicationStatus, to: ApplicationStatus, moved: boolean): ApplicationStatus[] =>
  from === to ? (moved ? [to] : []) : (wayTo(from, to) ?? [])

function cannotChange(record: SheetRecord, stored: StoredApplication, moved: boolean): Outcome | undefined {
  if (stored.demo) return refused(record, 'code', 'Mã này thuộc hồ sơ minh họa. Bạn dùng mã khác.')
  const way = wayTo(stored.status, record.status)
  if (!way) {
    const [from, to] = [statusName(stored.status), statusName(record.status)]
    return refused(
      record,
      'status',
      `Hồ sơ đang ở “${from}”, không thể chuyển sang “${to}”. Bạn kiểm tra lại.`,
    )
  }
  if (moved && stored.promisedOn !== null && record.reason === null) {
    const [before, after] = [formatDay(stored.promisedOn), formatDay(record.promisedOn!)]
    return refused(
      record,
      'reason',
      `Ngày hẹn đổi từ ${before} sang ${after}. Bạn ghi lý do ở cột “Lý do đổi hẹn”.`,
    )
  }
  const last = dayOf(stored.changedAt)
  if (record.changedOn !== null && record.changedOn < last && (way.length > 0 || moved)) {
    return refused(record, 'changedOn', `Ngày cập nhật trước lần cập nhật cuối (${formatDay(last)}).`)
  }
  return undefined
}

/** Never before the step that comes first, even when the sheet knows the day only. */
function timeOf(record: SheetRecord, stored: StoredApplication, now: Date): Date {
  const at = record.changedOn === null ? now : instantAt(record.changedOn, '00:00')
  return at < stored.changedAt ? stored.changedAt : at
}

/** The words go with the state that the sheet names; those in between were passed, more is not known. */
function stepsAlong(
  record: SheetRecord,
  way: readonly ApplicationStatus[],
  at: Date,
  promisedOn: string | null,
): PlannedStep[] {
  return way.map((status, index) => {
    const last = index === way.length - 1
    return {
      status,
      at,
      note: last ? record.note : null,
      promisedOn: last ? promisedOn : null,
      reason: last ? record.reason : null,
    }
  })
}

/** What the sheet leaves empty stays as it is. */
function newFacts(
  record: SheetRecord,
  stored: StoredApplication,
  { key, station, guideOf }: RowContext,
): Facts {
  const guideSlug = record.procedure === stored.procedure ? stored.guideSlug : guideOf(record.procedure)
  return {
    procedure: record.procedure,
    guideSlug,
    place: record.place ?? stored.place,
    station,
    factorHash: record.factor === null ? stored.factorHash : factorHash(key, record.code, record.factor),
    phoneHash: record.phone === null ? stored.phoneHash : phoneHash(key, record.phone),
  }
}

function changesOf(stored: StoredApplication, facts: Facts): Fact[] {
  const same = {
    procedure: stored.procedure === facts.procedure,
    place: stored.place === facts.place,
    station: stored.station === facts.station,
    factor: stored.factorHash.equals(facts.factorHash),
    phone: (stored.phoneHash ?? Buffer.of()).equals(facts.phoneHash ?? Buffer.of()),
  }
  return (Object.keys(same) as Fact[]).filter((fact) => !same[fact])
}

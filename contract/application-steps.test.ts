import { describe, expect, test } from 'vitest'
import { ApplicationStatus, enteredFrom } from './application-status.ts'
import { afterStep, type ApplicationState, foldSteps, issuesOfStep } from './application-steps.ts'
import type { ApplicationStep } from './applications.ts'

const step = (more: Partial<ApplicationStep> = {}): ApplicationStep => ({
  status: 'received',
  at: '2026-11-16T02:00:00Z',
  note: null,
  promisedOn: null,
  reason: null,
  ...more,
})
const at = (status: ApplicationStatus, more: Partial<ApplicationState> = {}): ApplicationState => ({
  status,
  changedAt: '2026-11-16T02:00:00Z',
  promisedOn: '2026-11-25',
  lateReason: null,
  ...more,
})

/** The table of the domain, written a second time on purpose. */
const allowed: Record<string, string> = {
  received: 'need_more in_progress rejected',
  need_more: 'in_progress rejected',
  in_progress: 'need_more forwarded ready rejected',
  forwarded: 'printed',
  printed: 'ready mailed',
  ready: 'delivered',
  mailed: 'delivered',
  delivered: '',
  rejected: '',
}
const pairs = ApplicationStatus.options.flatMap((from) =>
  ApplicationStatus.options.map((to) => [from, to] as const),
)

test.for(pairs)('from %s to %s', ([from, to]) => {
  const good = (allowed[from] ?? '').split(' ').includes(to)
  expect(issuesOfStep(at(from), step({ status: to })).status).toBe(good ? undefined : 'not-allowed')
  expect(enteredFrom[to].includes(from)).toBe(good)
})

test('a file begins by being received, and only so', () => {
  const starts = ApplicationStatus.options.filter(
    (status) => !issuesOfStep(undefined, step({ status })).status,
  )
  expect(starts).toEqual(['received'])
})

test.for(ApplicationStatus.options)(
  'where a file is %s, a step may stay to say something unless all has ended',
  (status) => {
    const ended = status === 'delivered' || status === 'rejected'
    const issue = issuesOfStep(at(status), step({ status, note: 'Thông báo.' })).status
    expect(issue).toBe(ended ? 'not-allowed' : undefined)
    expect(issuesOfStep(at(status), step({ status })).status).toBe('not-allowed')
  },
)

describe('the promised date', () => {
  test('may come later, in the state where the file is', () => {
    const promise = step({ promisedOn: '2026-11-30' })
    expect(issuesOfStep(at('received', { promisedOn: null }), promise)).toEqual({})
    expect(issuesOfStep(at('ready', { promisedOn: null }), { ...promise, status: 'ready' })).toEqual({
      promisedOn: 'not-allowed',
    })
  })

  test.for([
    [
      'is given without a reason the first time',
      at('received', { promisedOn: null }),
      { promisedOn: '2026-11-30' },
      {},
    ],
    ['is not moved without a reason', at('received'), { promisedOn: '2026-11-30' }, { reason: 'required' }],
    [
      'is not brought forward without a reason',
      at('received'),
      { promisedOn: '2026-11-20' },
      { reason: 'required' },
    ],
    ['is moved with a reason', at('received'), { promisedOn: '2026-11-30', reason: 'Máy in hỏng.' }, {}],
    ['may be repeated', at('received'), { promisedOn: '2026-11-25' }, {}],
    [
      'never lies before its step',
      at('received'),
      { promisedOn: '2026-11-15', reason: 'x' },
      { promisedOn: 'not-allowed' },
    ],
    [
      'may be the day of its step in Viet Nam',
      at('received'),
      { promisedOn: '2026-11-17', at: '2026-11-16T18:00:00Z', reason: 'x' },
      {},
    ],
  ] as const)('%s', ([, before, more, issues]) => {
    expect(issuesOfStep(before, step({ status: 'in_progress', ...more }))).toEqual(issues)
  })

  test('is not promised, nor its delay explained, once the result is there', () => {
    const ready = step({ status: 'ready', promisedOn: '2026-11-30', reason: 'x' })
    expect(issuesOfStep(at('printed'), ready)).toEqual({ promisedOn: 'not-allowed', reason: 'not-allowed' })
  })

  test('keeps both dates in the timeline, and the later one counts', () => {
    const steps = [
      step({ promisedOn: '2026-11-20' }),
      step({ status: 'in_progress', promisedOn: '2026-11-25', reason: 'Máy in hỏng.' }),
    ]
    expect(foldSteps(steps)).toMatchObject({ promisedOn: '2026-11-25', lateReason: null })
    expect(steps.map(({ promisedOn }) => promisedOn)).toEqual(['2026-11-20', '2026-11-25'])
  })
})

test('a reason counts until a new date is promised', () => {
  const late = afterStep(at('in_progress'), step({ status: 'in_progress', reason: 'Chờ đối chiếu vân tay.' }))
  expect(late.lateReason).toBe('Chờ đối chiếu vân tay.')
  const noted = afterStep(late, step({ status: 'forwarded' }))
  expect(noted.lateReason).toBe('Chờ đối chiếu vân tay.')
  const moved = afterStep(
    noted,
    step({ status: 'forwarded', promisedOn: '2026-12-09', reason: 'Máy in hỏng.' }),
  )
  expect(moved).toMatchObject({ promisedOn: '2026-12-09', lateReason: null })
})

test('no step lies before the one it follows', () => {
  const earlier = step({ status: 'in_progress', at: '2026-11-16T01:59:59Z' })
  expect(issuesOfStep(at('received'), earlier)).toEqual({ at: 'not-allowed' })
})

test('no steps are no state', () => {
  expect(foldSteps([])).toBeUndefined()
})

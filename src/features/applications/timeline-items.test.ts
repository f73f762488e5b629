import { expect, test } from 'vitest'
import type { ApplicationStep } from '#contract/applications.ts'
import { timelineOf } from './timeline-items.ts'

const step = (status: ApplicationStep['status'], more: Partial<ApplicationStep> = {}): ApplicationStep => ({
  status,
  at: '2026-11-20T01:30:00Z',
  note: null,
  promisedOn: null,
  reason: null,
  ...more,
})

test('the newest step comes first, with its note and the promised day', () => {
  const items = timelineOf([
    step('received', { note: 'Đủ giấy tờ.', promisedOn: '2026-11-30' }),
    step('in_progress'),
  ])
  expect(items).toEqual([
    { title: 'Đang xử lý', date: '08:30 thứ Sáu, 20/11/2026', note: '', state: 'current' },
    {
      title: 'Đã tiếp nhận',
      date: '08:30 thứ Sáu, 20/11/2026',
      note: 'Đủ giấy tờ. Hẹn trả thứ Hai, 30/11/2026.',
      state: 'done',
    },
  ])
})

test('a moved promise keeps both days', () => {
  const steps = [
    step('received', { promisedOn: '2026-11-30' }),
    step('in_progress', { promisedOn: '2026-12-02' }),
    step('in_progress', { promisedOn: '2026-12-02' }),
  ]
  expect(timelineOf(steps).map(({ note }) => note)).toEqual([
    'Hẹn trả thứ Tư, 02/12/2026.',
    'Dời ngày hẹn từ thứ Hai, 30/11/2026 sang thứ Tư, 02/12/2026.',
    'Hẹn trả thứ Hai, 30/11/2026.',
  ])
})

test.for([
  ['need_more', 'problem'],
  ['rejected', 'problem'],
  ['delivered', 'done'],
  ['ready', 'current'],
] as const)('when %s is the newest, it is marked %s', ([status, state]) => {
  expect(timelineOf([step('received'), step(status)])[0]?.state).toBe(state)
})

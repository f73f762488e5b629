import { expect, test } from 'vitest'
import { workCalendar } from '#contract/work-calendar.fixture.ts'
import { openNowWords } from './opening-words.ts'

const office = [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '17:00' }]
test.for([
  ['hours unknown on a working day', null, '2026-11-23T10:00', ''],
  ['hours unknown on a holiday', null, '2026-11-24T10:00', 'Nghỉ: Ngày Văn hóa Việt Nam.'],
  ['open', office, '2026-11-23T10:00', 'Đang mở, đến 17:00.'],
  ['closed over a holiday', office, '2026-11-23T18:00', 'Đang đóng. Mở lại lúc 07:30 thứ Tư, 25/11/2026.'],
  [
    'closed on a holiday',
    office,
    '2026-11-24T10:00',
    'Nghỉ: Ngày Văn hóa Việt Nam. Mở lại lúc 07:30 thứ Tư, 25/11/2026.',
  ],
  [
    'a desk that never closes',
    [{ days: [1], from: '00:00', to: '23:59' }],
    '2026-11-23T10:00',
    'Đang mở cả ngày.',
  ],
] as const)('%s', ([, spans, at, words]) => {
  const counter = spans?.map((span) => ({ ...span, days: [...span.days] })) ?? null
  expect(openNowWords(workCalendar, { spans: counter }, new Date(`${at}:00+07:00`))).toBe(words)
})

test.for([
  ['a working day', '2026-11-23T10:00', ''],
  ['a holiday', '2026-11-24T10:00', 'Nghỉ: Ngày Văn hóa Việt Nam.'],
  ['a Saturday on which it opens', '2026-11-28T10:00', ''],
  ['a Sunday', '2026-11-29T10:00', 'Hôm nay nghỉ. Mở lại thứ Hai, 30/11/2026.'],
] as const)('only the weekdays are known, on %s', ([, at, words]) => {
  const hours = { spans: null, days: [1, 2, 3, 4, 5, 6] }
  expect(openNowWords(workCalendar, hours, new Date(`${at}:00+07:00`))).toBe(words)
})

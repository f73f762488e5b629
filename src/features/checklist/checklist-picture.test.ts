import { expect, test } from 'vitest'
import { workCalendar } from '#contract/work-calendar.fixture.ts'
import { layoutChecklist } from './checklist-picture.ts'
import type { Checklist } from './checklist.ts'

const checklist: Checklist = {
  slug: 'cap-lai-can-cuoc',
  options: ['mat', 'tre-em', 'truc-tiep'],
  answers: [{ question: 'Thẻ bị mất là của ai?', answer: 'Của trẻ em' }],
  group: 'can-cuoc',
  title: 'Cấp lại thẻ căn cước bị mất hoặc hỏng',
  way: 'desk',
  doFirst: null,
  documents: [{ text: 'Thẻ cũ', when: 'Nếu còn' }],
  online: null,
  places: ['Công an cấp xã bất kỳ.'],
  handledBy: null,
  station: {
    id: 'ben-cat',
    name: 'Công an phường Bến Cát',
    address: null,
    hours: [{ service: 'Căn cước', text: 'Giờ hành chính.', spans: null }],
  },
  time: 'Tối đa 7 ngày làm việc.',
  workingDays: 7,
  fees: [
    {
      id: 'cap-lai',
      label: 'Cấp lại',
      amount: 35_000,
      why: 'Giảm 50%',
      source: '',
      reduced: [],
      next: null,
    },
  ],
  feeNote: null,
  meets: [],
  notes: [],
  checkedOn: '2026-11-23',
  recheckBy: '2027-02-21',
}
const context = {
  unitName: 'Công an phường Bến Cát',
  calendar: workCalendar,
  visitOn: '2026-11-25',
  now: new Date('2026-11-23T10:00:00+07:00'),
}
const words = (changes: Partial<Checklist> = {}) =>
  layoutChecklist({ ...checklist, ...changes }, context)
    .lines.map(({ text }) => text)
    .join(' ')

test('the card says what, where, how much and until when', () => {
  for (const part of [
    'Công an phường Bến Cát',
    'Cấp lại thẻ căn cước bị mất hoặc hỏng',
    '☐ Thẻ cũ (nếu còn)',
    'Công an phường Bến Cát Giờ hành chính. Công an cấp xã bất kỳ.',
    'Lập ngày 23/11/2026.',
    'Cấp lại: 35.000 đồng',
    'Nộp đủ hồ sơ thứ Tư, 25/11/2026: chậm nhất thứ Sáu, 04/12/2026',
  ]) {
    expect(words()).toContain(part)
  }
})

test('it says that nothing must be brought, and what the fee will be', () => {
  const [fee] = checklist.fees
  const later = { ...fee!, next: { on: '2027-01-01', amount: 70_000 } }
  const text = words({ documents: [], fees: [later] })
  expect(text).toContain('Cần mang theo Không có giấy tờ nào phải mang theo.')
  expect(text).toContain('Cấp lại: 35.000 đồng Từ thứ Sáu, 01/01/2027: 70.000 đồng.')
})

test('it names no answer: it is made to be passed on', () => {
  expect(words()).not.toMatch(/trẻ em/i)
})

test('what is not known leaves no empty heading', () => {
  expect(words({ fees: [], time: null, workingDays: null })).not.toMatch(/Lệ phí|Thời hạn/)
})

test('every line fits between the margins and above the edge', () => {
  const { width, height, lines } = layoutChecklist(checklist, context)
  for (const { text, x, y, size } of lines) {
    expect(x + text.length * size * 0.56).toBeLessThanOrEqual(width - 60)
    expect(y).toBeLessThan(height)
  }
})

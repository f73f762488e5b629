import type { WorkCalendar } from './calendar.ts'

const on = (day: string, name: string) => ({ from: day, to: day, name })
const about = { source: 'test', checkedOn: '2026-11-23' }

/** The state of 2026-11-23, kept here so that a decision about 2027 changes the content and not the tests of counting. */
export const workCalendar: WorkCalendar = {
  years: [
    {
      year: 2025,
      off: [
        on('2025-01-01', 'Tết Dương lịch'),
        { from: '2025-01-25', to: '2025-02-02', name: 'Tết Nguyên đán' },
        on('2025-04-07', 'Giỗ Tổ Hùng Vương'),
        { from: '2025-04-30', to: '2025-05-04', name: 'Ngày Chiến thắng và Quốc tế Lao động' },
        { from: '2025-08-30', to: '2025-09-02', name: 'Quốc khánh' },
      ],
      workingSaturdays: ['2025-04-26'],
      undecided: [],
      ...about,
    },
    {
      year: 2026,
      off: [
        { from: '2026-01-01', to: '2026-01-04', name: 'Tết Dương lịch' },
        { from: '2026-02-14', to: '2026-02-22', name: 'Tết Nguyên đán' },
        { from: '2026-04-25', to: '2026-04-27', name: 'Giỗ Tổ Hùng Vương' },
        { from: '2026-04-30', to: '2026-05-03', name: 'Ngày Chiến thắng và Quốc tế Lao động' },
        { from: '2026-08-29', to: '2026-09-02', name: 'Quốc khánh' },
        on('2026-11-24', 'Ngày Văn hóa Việt Nam'),
      ],
      workingSaturdays: ['2026-01-10', '2026-08-22'],
      undecided: [],
      ...about,
    },
    {
      year: 2027,
      off: [
        on('2027-01-01', 'Tết Dương lịch'),
        on('2027-04-16', 'Giỗ Tổ Hùng Vương'),
        { from: '2027-04-30', to: '2027-05-03', name: 'Ngày Chiến thắng và Quốc tế Lao động' },
        on('2027-09-02', 'Quốc khánh'),
        on('2027-11-24', 'Ngày Văn hóa Việt Nam'),
      ],
      workingSaturdays: [],
      undecided: [
        { from: '2027-02-04', to: '2027-02-14', why: 'Tết 2027' },
        { from: '2027-09-01', to: '2027-09-03', why: 'Quốc khánh 2027' },
      ],
      ...about,
    },
  ],
}

/** The same with one of the two proposals for Tết 2027 decided. */
export function withTet2027(from: string, to: string): WorkCalendar {
  return {
    years: workCalendar.years.map((year) =>
      year.year === 2027
        ? { ...year, off: [...year.off, { from, to, name: 'Tết Nguyên đán' }], undecided: [] }
        : year,
    ),
  }
}

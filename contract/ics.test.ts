import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedCalendarFile, filingCalendarFile, visitCalendarFile, type Visit } from './ics.ts'

const stamp = new Date('2026-11-23T02:03:04.567Z')
const station = { id: 'ben-cat', name: 'Công an phường Bến Cát', address: null }
const about = 'cap-doi-can-cuoc'
const visit: Visit = { station, day: '2026-12-02', hours: { from: '07:30', to: '08:15' }, note: null, about }
const expected = {
  id: 'k3v9',
  procedure: 'Cấp đổi thẻ căn cước',
  day: '2026-12-31',
  place: station.name,
  note: null,
  promised: true,
}

const octets = (text: string) => new TextEncoder().encode(text).length
const noteOf = (note: string) => expectedCalendarFile({ ...expected, note }, stamp)
/** The lines as a calendar application reads them. */
const unfolded = (file: string) => file.replace(/\r\n /g, '').split('\r\n').slice(0, -1)
const valueOf = (file: string, name: string) =>
  unfolded(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replace(/\\([\\;,n])/g, (_, character: string) => (character === 'n' ? '\n' : character))

describe('a visit', () => {
  test('at a time of day, written in UTC', () => {
    expect(visitCalendarFile(visit, stamp)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//citizen-portal//VI',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:visit-ben-cat-2026-12-02-0730-cap-doi-can-cuoc@citizen-portal',
        'DTSTAMP:20261123T020304Z',
        'DTSTART:20261202T003000Z',
        'DTEND:20261202T011500Z',
        'SUMMARY:Đến Công an phường Bến Cát',
        'LOCATION:Công an phường Bến Cát',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  test('early in the morning begins on the day before in UTC', () => {
    const file = visitCalendarFile({ ...visit, hours: { from: '06:00', to: '07:00' } }, stamp)
    expect([valueOf(file, 'DTSTART'), valueOf(file, 'DTEND')]).toEqual([
      '20261201T230000Z',
      '20261202T000000Z',
    ])
  })

  test('without a time fills the day', () => {
    const lines = unfolded(visitCalendarFile({ ...visit, hours: null }, stamp))
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261203']),
    )
    expect(lines).toContain('UID:visit-ben-cat-2026-12-02-cap-doi-can-cuoc@citizen-portal')
  })

  test('names the address once it is known', () => {
    const address = 'Đường 30/4, khu phố 2; phường Bến Cát'
    const file = visitCalendarFile({ ...visit, station: { ...station, address } }, stamp)
    expect(unfolded(file)).toContain(
      'LOCATION:Công an phường Bến Cát\\, Đường 30/4\\, khu phố 2\\; phường Bến Cát',
    )
  })
})

test('a day to file from home has no place', () => {
  const filing = { id: 'cap-lai-2026-11-25', procedure: 'Cấp lại thẻ', day: '2026-11-25', note: null }
  const file = filingCalendarFile(filing, new Date('2026-11-23T03:00:00Z'))
  expect(file).toContain('SUMMARY:Nộp hồ sơ: Cấp lại thẻ')
  expect(file).toContain('DTSTART;VALUE=DATE:20261125')
  expect(file).not.toContain('LOCATION')
})

describe('an expected result', () => {
  test('fills its day, over the end of a year, and leaves its owner free', () => {
    const lines = unfolded(expectedCalendarFile(expected, stamp))
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:expected-k3v9@citizen-portal',
        'DTSTART;VALUE=DATE:20261231',
        'DTEND;VALUE=DATE:20270101',
        'TRANSP:TRANSPARENT',
        'SUMMARY:Ngày hẹn: Cấp đổi thẻ căn cước',
      ]),
    )
  })

  test('is not called promised when the day is only counted from the term', () => {
    const counted = expectedCalendarFile({ ...expected, promised: false }, stamp)
    expect(valueOf(counted, 'SUMMARY')).toBe('Dự kiến có kết quả: Cấp đổi thẻ căn cước')
  })

  test('keeps its id when the promised day moves, so that the entry moves too', () => {
    const moved = expectedCalendarFile({ ...expected, day: '2027-01-04' }, stamp)
    expect(valueOf(moved, 'UID')).toBe(valueOf(expectedCalendarFile(expected, stamp), 'UID'))
  })
})

describe('text', () => {
  test.each([
    ['Mang giấy hẹn, thẻ cũ; đúng giờ', 'DESCRIPTION:Mang giấy hẹn\\, thẻ cũ\\; đúng giờ'],
    ['dòng 1\ndòng 2\r\ndòng 3\rdòng 4', 'DESCRIPTION:dòng 1\\ndòng 2\\ndòng 3\\ndòng 4'],
    ['C:\\new', 'DESCRIPTION:C:\\\\new'],
    ['a\u0000b\tc', 'DESCRIPTION:a b c'],
    ['Bến Cát'.normalize('NFD'), 'DESCRIPTION:Bến Cát'],
    ['x\r\nEND:VEVENT', 'DESCRIPTION:x\\nEND:VEVENT'],
  ])('%j is written as %j', (note, line) => {
    expect(unfolded(noteOf(note))).toContain(line)
  })

  test('folds Vietnamese by octets and between characters', () => {
    const note = 'Ẵ Ẽ Ự Ợ Ỹ ẫ ễ Đ đ, mang theo giấy hẹn và thẻ căn cước cũ khi đến nhận kết quả. '
      .repeat(6)
      .trim()
    const file = noteOf(note)
    const folded = file.split('\r\n').filter((line) => line.startsWith(' '))
    expect(folded.length).toBeGreaterThan(6)
    expect(Math.max(...file.split('\r\n').map(octets))).toBe(75)
    expect(file).not.toContain('\uFFFD')
    expect(valueOf(file, 'DESCRIPTION')).toBe(note)
  })

  test('a line of exactly 75 octets stays whole, one more folds', () => {
    const fits = 'x'.repeat(75 - 'DESCRIPTION:'.length)
    expect(noteOf(fits)).toContain(`DESCRIPTION:${fits}\r\n`)
    expect(noteOf(`${fits}y`)).toContain(`DESCRIPTION:${fits}\r\n y\r\n`)
  })

  test('any text comes back as it was, in lines that are never too long', () => {
    const someText = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) =>
      // eslint-disable-next-line no-control-regex
      text.replace(/[\u0000-\u001f\u007f]/g, '').normalize('NFC'),
    )
    fc.assert(
      fc.property(someText, (text) => {
        const file = noteOf(`. ${text}`)
        expect(valueOf(file, 'DESCRIPTION')).toBe(`. ${text}`)
        expect(Math.max(...file.split('\r\n').map(octets))).toBeLessThanOrEqual(75)
      }),
    )
  })
})

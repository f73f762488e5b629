import { addDays } from './day.ts'
import { instantAt } from './local-time.ts'
import type { Station } from './unit.ts'

/** An entry for a phone's calendar (RFC 5545). Times are written in UTC, so no zone has to be described. */
interface CalendarEntry {
  /** The same id replaces the earlier entry. */
  id: string
  title: string
  place: string | null
  note: string | null
  day: string
  /** Null for the whole day. */
  hours: { from: string; to: string } | null
}

const longestLine = 75
// Line ends are written as `\n`; all other control characters would make the file unreadable.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g

function escape(text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n').replace(controls, ' ')
  return lines.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}

/** Breaks a line after at most 75 octets of UTF-8, never inside a character. */
function fold(line: string): string {
  let folded = ''
  let length = 0
  for (const character of line) {
    const size = octets(character)
    if (length + size > longestLine) {
      folded += '\r\n '
      length = 1
    }
    folded += character
    length += size
  }
  return folded
}

const basicDay = (day: string) => day.replace(/-/g, '')
const basicInstant = (instant: Date) => instant.toISOString().replace(/[-:]|\.\d+/g, '')

function timeLines({ day, hours }: CalendarEntry): string[] {
  if (hours) {
    const [start, end] = [hours.from, hours.to].map((time) => basicInstant(instantAt(day, time)))
    return [`DTSTART:${start}`, `DTEND:${end}`]
  }
  // The end of a day entry is the first day after it. Such an entry does not make the owner busy.
  const [start, end] = [day, addDays(day, 1)].map(basicDay)
  return [`DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${end}`, 'TRANSP:TRANSPARENT']
}

function calendarFile(entry: CalendarEntry, stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//citizen-portal//VI',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escape(entry.id)}@citizen-portal`,
    `DTSTAMP:${basicInstant(stamp)}`,
    ...timeLines(entry),
    `SUMMARY:${escape(entry.title)}`,
    ...(entry.place ? [`LOCATION:${escape(entry.place)}`] : []),
    ...(entry.note ? [`DESCRIPTION:${escape(entry.note)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

export interface Visit {
  station: Pick<Station, 'id' | 'name' | 'address'>
  day: string
  hours: { from: string; to: string } | null
  note: string | null
  /** What it is for: two visits may fall on one day. */
  about: string
}

/** A calendar file for a visit to a station; `stamp` is when it was made. */
export function visitCalendarFile({ station, day, hours, note, about }: Visit, stamp: Date): string {
  const place = station.address === null ? station.name : `${station.name}, ${station.address}`
  const at = hours ? [hours.from.replace(':', '')] : []
  const id = ['visit', station.id, day, ...at, about].join('-')
  return calendarFile({ id, title: `Đến ${station.name}`, place, note, day, hours }, stamp)
}

/** A calendar file for a day on which one means to file from home. */
export function filingCalendarFile(
  { id, procedure, day, note }: Pick<ExpectedResult, 'id' | 'procedure' | 'day' | 'note'>,
  stamp: Date,
): string {
  const title = `Nộp hồ sơ: ${procedure}`
  return calendarFile({ id: `filing-${id}`, title, place: null, note, day, hours: null }, stamp)
}

export interface ExpectedResult {
  /** Not the file's code: calendars are copied to other services and shown to others. */
  id: string
  procedure: string
  day: string
  place: string | null
  note: string | null
  /** The unit has named the day; otherwise it is only counted from the term. */
  promised: boolean
}

/** A calendar file for the day on which a result is expected. */
export function expectedCalendarFile(expected: ExpectedResult, stamp: Date): string {
  const { id, procedure, day, place, note, promised } = expected
  const title = `${promised ? 'Ngày hẹn' : 'Dự kiến có kết quả'}: ${procedure}`
  return calendarFile({ id: `expected-${id}`, title, place, note, day, hours: null }, stamp)
}

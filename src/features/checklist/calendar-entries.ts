import { expectedCalendarFile, filingCalendarFile, visitCalendarFile } from '#contract/ics.ts'
import type { Checklist } from './checklist.ts'

export interface CalendarFile {
  name: string
  text: string
}

/** No entry names answers: calendars are copied to other services. */
export function visitEntry(checklist: Checklist, day: string, stamp: Date): CalendarFile {
  const { slug, title, station, documents } = checklist
  const items = documents.map(({ text, when }) => (when ? `- ${text} (${when})` : `- ${text}`))
  const name = `${station ? 'ngay-di' : 'ngay-nop'}-${day}.ics`
  if (!station) {
    const filing = { id: `${slug}-${day}`, procedure: title, day, note: items.join('\n') || null }
    return { name, text: filingCalendarFile(filing, stamp) }
  }
  const note = [title, ...items].join('\n')
  return { name, text: visitCalendarFile({ station, day, hours: null, note, about: slug }, stamp) }
}

export function expectedEntry({ slug, title, station }: Checklist, day: string, stamp: Date): CalendarFile {
  const place = station?.name ?? null
  const expected = {
    id: `${slug}-${day}`,
    procedure: title,
    day,
    place,
    note: 'Ngày tính theo thời hạn tối đa.',
    promised: false,
  }
  return { name: `ngay-co-ket-qua-${day}.ics`, text: expectedCalendarFile(expected, stamp) }
}

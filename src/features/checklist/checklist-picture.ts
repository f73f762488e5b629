import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDay, formatDayWithWeekday } from '#contract/day.ts'
import { wrapText } from '#src/lib/text-picture.ts'
import type { PictureLayout, PictureLine } from '#src/lib/text-picture.ts'
import { nothingToBring, type Checklist } from './checklist.ts'
import { amountWords, myFee, nextWords } from './my-fee.ts'
import { readyWhenFiled, readyWords } from './visit-day.ts'

const width = 900
const margin = 60

interface PictureContext {
  unitName: string
  calendar: WorkCalendar | undefined
  visitOn: string | null
  now: Date
}

/** What the card says and where. It names no answers: it is made to be passed on. */
export function layoutChecklist(checklist: Checklist, context: PictureContext): PictureLayout {
  const lines: PictureLine[] = []
  let y = 80
  const add = (text: string, size: number, bold = false, indent = 0) => {
    const most = Math.floor((width - 2 * margin - indent) / (size * 0.56))
    for (const line of wrapText(text, most)) {
      y += size * 1.5
      lines.push({ text: line, x: margin + indent, y, size, bold })
    }
  }
  add(context.unitName, 32)
  add(checklist.title, 46, true)
  for (const { title, items } of blocksOf(checklist, context)) {
    y += 26
    add(title, 32, true)
    for (const item of items) add(item, 32, false, 24)
  }
  y += 26
  // It goes from chat to chat, long after.
  add(`Lập ngày ${formatDay(dayOf(context.now))}. Số tiền và giấy tờ có thể đổi sau ngày này.`, 28)
  return { width, height: Math.round(y + margin), lines }
}

function blocksOf(checklist: Checklist, context: PictureContext): { title: string; items: string[] }[] {
  const { documents, way, places, station, online, time, handledBy, doFirst, notes } = checklist
  const hours = station?.hours.map(({ text }) => text) ?? []
  const toBring = documents.map(({ text, when }) => `☐ ${text}${when ? ` (${when.toLowerCase()})` : ''}`)
  return [
    { title: 'Làm trước', items: doFirst ? [doFirst.title] : [] },
    {
      title: way === 'online' ? 'Cần chuẩn bị' : 'Cần mang theo',
      items: toBring.length > 0 ? toBring : [nothingToBring(way)],
    },
    {
      title: way === 'online' ? 'Nộp ở đâu' : 'Nơi làm',
      // Address and hours are the station's: they stand with its name.
      items: [
        handledBy && `Nơi giải quyết: ${handledBy}`,
        online,
        station?.name,
        station?.address,
        ...hours,
        ...places,
      ].flatMap((item) => item ?? []),
    },
    { title: 'Lệ phí', items: feeItems(checklist, dayOf(context.now)) },
    { title: 'Thời hạn', items: [...(time ? [time] : []), ...dateItems(checklist, context)] },
    { title: 'Lưu ý', items: notes },
  ].filter(({ items }) => items.length > 0)
}

function feeItems({ fees, feeNote, meets }: Checklist, today: string): string[] {
  const amounts = fees.flatMap((fee) => {
    const mine = myFee(fee, meets, today)
    const next = nextWords(mine)
    return [`${fee.label}: ${amountWords(mine.amount).toLowerCase()}`, ...(next ? [next] : [])]
  })
  return [...amounts, ...(feeNote ? [feeNote] : [])]
}

function dateItems(
  { workingDays, doFirst }: Checklist,
  { calendar, visitOn, now }: PictureContext,
): string[] {
  const day = visitOn ?? dayOf(now)
  // What comes first takes days that nobody can count here.
  if (!calendar || !workingDays || doFirst) return []
  return [
    `Nộp đủ hồ sơ ${formatDayWithWeekday(day)}: chậm nhất ${readyWords(readyWhenFiled(calendar, day, workingDays, now))}`,
  ]
}

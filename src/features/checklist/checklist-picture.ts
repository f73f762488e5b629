import type { WorkCalendar } from '#contract/calendar.ts'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { wrapText } from '#src/lib/text-picture.ts'
import type { PictureLayout, PictureLine } from '#src/lib/text-picture.ts'
import type { Checklist } from './checklist.ts'
import { amountWords, myFee } from './my-fee.ts'
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
  return { width, height: Math.round(y + margin), lines }
}

function blocksOf(checklist: Checklist, context: PictureContext): { title: string; items: string[] }[] {
  const { documents, way, places, station, online, time } = checklist
  const hours = station?.hours.map(({ text }) => text) ?? []
  return [
    {
      title: way === 'online' ? 'Cần chuẩn bị' : 'Cần mang theo',
      items: documents.map(({ text, when }) => `☐ ${text}${when ? ` (${when.toLowerCase()})` : ''}`),
    },
    {
      title: 'Nơi làm',
      items: [...(online ? [online] : []), ...(station ? [station.name] : []), ...places, ...hours],
    },
    { title: 'Lệ phí', items: feeItems(checklist, dayOf(context.now)) },
    { title: 'Thời hạn', items: [...(time ? [time] : []), ...dateItems(checklist, context)] },
  ].filter(({ items }) => items.length > 0)
}

function feeItems({ fees, feeNote, meets }: Checklist, today: string): string[] {
  const amounts = fees.map(
    (fee) => `${fee.label}: ${amountWords(myFee(fee, meets, today).amount).toLowerCase()}`,
  )
  return [...amounts, ...(feeNote ? [feeNote] : [])]
}

function dateItems({ workingDays }: Checklist, { calendar, visitOn, now }: PictureContext): string[] {
  const day = visitOn ?? dayOf(now)
  if (!calendar || !workingDays) return []
  return [
    `Nộp đủ hồ sơ ${formatDayWithWeekday(day)}: chậm nhất ${readyWords(readyWhenFiled(calendar, day, workingDays, now))}`,
  ]
}

import { useState } from 'react'
import type { Application } from '#contract/applications.ts'
import { formatDayWithWeekday } from '#contract/day.ts'
import { expectedCalendarFile } from '#contract/ics.ts'
import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import { statusWords } from './status-words.ts'

/** The promised day for the phone's calendar; inside Zalo, which keeps no files, the day to be copied. */
export function SlipCalendar({ application }: { application: Application }) {
  const [words, setWords] = useState('')
  const { promisedOn, status, overdue } = application
  if (promisedOn === null || overdue || !statusWords[status].waiting) return null
  const files = host().hasFilesAndPaper
  const save = async () => {
    setWords('')
    const { kind } = files
      ? await host().saveFile(`ngay-hen-${promisedOn}.ics`, 'text/calendar', fileOf(application, promisedOn))
      : await host().copyText(`Ngày hẹn: ${formatDayWithWeekday(promisedOn)}`)
    if (kind === 'ok')
      setWords(files ? 'Đã tải tệp lịch. Bạn mở tệp để thêm vào lịch.' : 'Đã sao chép ngày hẹn.')
    else if (kind !== 'cancelled') setWords('Máy chưa làm được. Bạn ghi lại ngày hẹn.')
  }
  return (
    <div>
      <Button kind="secondary" icon={files ? 'calendar' : 'copy'} fullWidth onClick={() => void save()}>
        {files ? 'Thêm ngày hẹn vào lịch' : 'Sao chép ngày hẹn'}
      </Button>
      <p role="status">{words}</p>
    </div>
  )
}

/** Calendars are copied to other services: the entry names no code. */
function fileOf({ procedure, pickUpPlace, steps }: Application, day: string): string {
  const id = (steps[0]?.at ?? day).replace(/\D/g, '')
  const note = 'Bạn xem lại trạng thái hồ sơ trước khi đi.'
  return expectedCalendarFile({ id, procedure, day, place: pickUpPlace, note, promised: true }, new Date())
}

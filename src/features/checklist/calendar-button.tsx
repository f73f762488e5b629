import { useState } from 'react'
import { host } from '#src/lib/host.ts'
import { Button } from '#src/ui/button.tsx'
import type { CalendarFile } from './calendar-entries.ts'

interface CalendarButtonProps {
  label: string
  /** In words, for where no file can be kept. */
  day: string
  entry: () => CalendarFile
}

/** A file for the phone's calendar; inside Zalo, which keeps no files, the day to be copied. */
export function CalendarButton({ label, day, entry }: CalendarButtonProps) {
  const [words, setWords] = useState('')
  const files = host().hasFilesAndPaper
  const save = async () => {
    setWords('')
    const { name, text } = entry()
    const { kind } = files ? await host().saveFile(name, 'text/calendar', text) : await host().copyText(day)
    if (kind === 'ok') setWords(files ? 'Đã tải tệp lịch. Bạn mở tệp để thêm vào lịch.' : 'Đã sao chép ngày.')
    else if (kind !== 'cancelled') setWords('Máy chưa làm được. Bạn ghi lại ngày này.')
  }
  return (
    <div className="checklist__day">
      <p>
        <strong>{day}</strong>
      </p>
      <Button kind="secondary" icon={files ? 'calendar' : 'copy'} onClick={() => void save()}>
        {files ? label : 'Sao chép ngày này'}
      </Button>
      <p role="status">{words}</p>
    </div>
  )
}

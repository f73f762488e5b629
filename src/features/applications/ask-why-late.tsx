import { useState } from 'react'
import { dayOf, formatDayWithWeekday } from '#contract/day.ts'
import type { Failure } from '#contract/error.ts'
import type { LateQuestion } from '#contract/late-question.ts'
import { formatInstant } from '#src/lib/dates.ts'
import { Button } from '#src/ui/button.tsx'
import { slipApi } from './slip-api.ts'

interface AskWhyLateProps {
  known: LateQuestion | null
  pass: string | undefined
}

/** One tap puts the question into the unit's queue; from then on it says until when an answer is due. */
export function AskWhyLate({ known, pass }: AskWhyLateProps) {
  const [asked, setAsked] = useState<LateQuestion>()
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const question = known ?? asked
  if (question) return <p role="status">{askedWords(question)}</p>
  if (pass === undefined) return null
  const ask = async () => {
    setBusy(true)
    const result = await slipApi.slip.askWhyLate({ body: { pass } })
    setBusy(false)
    if (result.ok) setAsked(result.data)
    else setFailure(result.error)
  }
  return (
    <>
      <Button busy={busy} onClick={() => void ask()}>
        Hỏi vì sao trễ
      </Button>
      {failure && <p role="alert">{failureWords(failure)}</p>}
    </>
  )
}

function askedWords({ askedAt, dueOn }: LateQuestion): string {
  const asked = `Bạn đã hỏi vì sao trễ lúc ${formatInstant(askedAt)}.`
  if (dueOn === null) return `${asked} Hạn trả lời chưa xác định, vì lịch nghỉ chưa công bố.`
  if (dueOn < dayOf(new Date())) return `${asked} Đơn vị đã quá hạn trả lời bạn.`
  return `${asked} Đơn vị trả lời ngay trên trang này, chậm nhất ${formatDayWithWeekday(dueOn)}.`
}

function failureWords({ code }: Failure): string {
  if (code === 'conflict') return 'Hồ sơ vừa có thay đổi. Bạn tra lại để xem.'
  if (code === 'not-found') return 'Trang đã mở lâu. Bạn tra lại hồ sơ rồi hỏi.'
  return 'Chưa gửi được câu hỏi. Bạn kiểm tra mạng rồi thử lại.'
}

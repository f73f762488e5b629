import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { addDays, dayOf, formatDayWithWeekday } from '#contract/day.ts'
import { type Form, longestWithoutRecheck } from '#contract/forms.ts'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { FactList } from '#src/ui/fact-list.tsx'
import { ReviewNotice } from '#src/ui/review-notice.tsx'
import { Section } from '#src/ui/section.tsx'
import './form-list.css'

/** All forms one under the other; the address may name one of them. */
export function FormList({ forms }: { forms: readonly Form[] }) {
  useNamedForm()
  return forms.map((form) => (
    <Section key={form.id} title={`${form.name}: ${form.title}`} anchor={form.id}>
      <FormFacts form={form} />
    </Section>
  ))
}

/** The forms come after the page, too late for the browser to find the named one by itself. */
function useNamedForm(): void {
  const { hash } = useLocation()
  useEffect(() => {
    const section = hash ? document.getElementById(hash.slice(1)) : null
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true })
  }, [hash])
}

function FormFacts({ form }: { form: Form }) {
  const facts = [
    { name: 'Dùng để làm gì', value: form.purpose },
    { name: 'Ai điền', value: form.filledBy },
    { name: 'Lấy ở đâu', value: form.whereFrom ?? 'Bạn hãy hỏi nơi nộp hồ sơ.' },
  ]
  return (
    <div className="form-facts">
      {isUnderReview(form) && <ReviewNotice />}
      <FactList facts={facts} />
      {form.fields.length > 0 && (
        <Disclosure title="Cần chuẩn bị để điền">
          <ol className="form-facts__fields">
            {form.fields.map((field) => (
              <li key={field}>{field}</li>
            ))}
          </ol>
        </Disclosure>
      )}
      <p className="form-facts__source">
        Nguồn: {form.source}. Kiểm tra {formatDayWithWeekday(form.checkedOn)}.
      </p>
    </div>
  )
}

/** The phone's copy may have outlived the day on which the server would have said so. */
function isUnderReview({ underReview, checkedOn }: Form): boolean {
  return underReview || dayOf(new Date()) > addDays(checkedOn, longestWithoutRecheck)
}

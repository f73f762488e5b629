import { FieldError } from '#src/ui/field-error.tsx'
import { reasonWords } from './file-words.ts'
import type { Problem } from './prepare-all.ts'

interface FileProblemsProps {
  id: string
  preparing: number
  problems: readonly Problem[]
}

/** Read out as soon as it is there: the choosing took the person away from the page. */
export function FileProblems({ id, preparing, problems }: FileProblemsProps) {
  return (
    <div role="status" className="stack">
      {preparing > 0 && <p>Đang chuẩn bị {preparing} tệp. Bạn cứ viết tiếp.</p>}
      {problems.map(({ name, reason }, index) => (
        <FieldError
          key={`${index} ${name}`}
          id={`${id}-problem-${index}`}
          error={`${name}: ${reasonWords(reason)}`}
        />
      ))}
    </div>
  )
}

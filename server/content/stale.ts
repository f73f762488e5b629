import type { ContentFile } from './content-file.ts'
import type { FieldPath } from './problems.ts'
import { goodUntil, type Reviewed } from './review.ts'

/** Notes a record that citizens already see as under review. */
export function noteStale(file: ContentFile, path: FieldPath, record: Reviewed, today: string): void {
  const until = goodUntil(record)
  if (today <= until) return
  if (until === record.validUntil) file.note([...path, 'validUntil'], `has passed: ${until}`)
  else if (record.recheckBy) file.note([...path, 'recheckBy'], `has passed: ${until}`)
  else file.note([...path, 'checkedOn'], `is older than it may be: ${record.checkedOn}`)
}

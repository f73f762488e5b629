import type { ContentFile } from './content-file.ts'
import { wordPath } from './problems.ts'

/** A content file with one value, and what was noted about it as “field message”. */
export function fileOf(value: unknown): { file: ContentFile; noted: string[] } {
  const noted: string[] = []
  const note: ContentFile['note'] = (path, message) => noted.push(`${wordPath(path)} ${message}`)
  return { file: { name: 'test.yaml', value, note }, noted }
}

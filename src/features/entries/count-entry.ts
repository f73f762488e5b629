import { entries, type EntrySource } from '#contract/entries.ts'
import { clientFor } from '#src/lib/api.ts'

const api = clientFor({ entries })

/** Tells the source and nothing else. Nobody waits for the answer, and a failure is nobody's concern. */
export async function countEntry(source: EntrySource): Promise<void> {
  await api.entries.count({ body: { source } })
}

import { newClientKey } from '#src/lib/client-key.ts'
import { prepareFile } from './prepare-file.ts'
import type { reasonWords } from './file-words.ts'
import type { TipFile } from './tip-file.ts'

/** A chosen file that does not go along. */
export interface Problem {
  name: string
  reason: Parameters<typeof reasonWords>[0]
}

interface Take {
  /** How many more may come. */
  room: () => number
  /** One is ready. */
  onFile: (file: TipFile, bytes: Blob) => Promise<void>
}

/** One after the other: two decoded pictures at once are too much for a cheap phone. */
export async function prepareAll(chosen: readonly File[], { room, onFile }: Take): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const file of chosen) {
    const prepared = room() > 0 ? await prepareFile(file) : ({ refusal: 'too-many' } as const)
    if ('refusal' in prepared) problems.push({ name: file.name, reason: prepared.refusal })
    else {
      const { bytes, kind } = prepared
      const ready = { fileKey: newClientKey(), name: file.name, kind, size: bytes.size, outcome: null }
      await onFile(ready, bytes)
    }
  }
  return problems
}

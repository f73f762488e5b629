import { largestFile, type TipFileKind, type TipFileRefusal } from '#contract/tip-files.ts'
import { shrinkPicture } from '#src/lib/shrink-picture.ts'
import { isCutOff } from './cut-off.ts'
import { seeKind } from './file-kind.ts'

export type Prepared = { bytes: Blob; kind: TipFileKind } | { refusal: TipFileRefusal }

/** What of a chosen file may go out: pictures small and bare, others as they are and within their limits. */
export async function prepareFile(file: Blob): Promise<Prepared> {
  try {
    const seen = await seeKind(file)
    if ('refusal' in seen) return seen
    if (seen.kind !== 'picture' && seen.kind !== 'heic') return withinLimit(file, seen.kind)
    // Not decoded first: what is too large is what crashes a cheap phone.
    if (file.size > largestFile.picture) return { refusal: 'too-large' }
    if (await isCutOff(file)) return { refusal: 'broken' }
    const bytes = await shrinkPicture(file)
    return bytes ? { bytes, kind: 'picture' } : { refusal: seen.kind === 'heic' ? 'heic' : 'broken' }
  } catch {
    // The file went away while it was read: a memory card, or a cloud that did not deliver it.
    return { refusal: 'broken' }
  }
}

function withinLimit(file: Blob, kind: 'video' | 'document'): Prepared {
  return file.size > largestFile[kind] ? { refusal: 'too-large' } : { bytes: file, kind }
}

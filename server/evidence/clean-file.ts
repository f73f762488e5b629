import type { Cleaned } from './cleaned.ts'
import { cleanPicture } from './clean-picture.ts'
import { type FileType, sniff } from './sniff.ts'

/** Keeps of a file only what can be seen and heard in it. */
export async function cleanFile(bytes: Buffer): Promise<Cleaned> {
  const sniffed = sniff(bytes)
  if ('refusal' in sniffed) return sniffed
  try {
    return await clean(bytes, sniffed.type)
  } catch {
    // Whatever a decoder stumbles over: the file is not what its first bytes say.
    return { refusal: 'broken' }
  }
}

function clean(bytes: Buffer, type: FileType): Promise<Cleaned> {
  switch (type) {
    case 'pdf':
    case 'mp4':
    case 'webm':
      return Promise.resolve({ refusal: 'unknown-type' })
    default:
      return cleanPicture(bytes, type)
  }
}

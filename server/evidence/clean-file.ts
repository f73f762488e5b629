import { largestFile } from '#contract/tip-files.ts'
import { cleanDocument } from './clean-document.ts'
import { cleanPicture } from './clean-picture.ts'
import { cleanVideo } from './clean-video.ts'
import type { Cleaned } from './cleaned.ts'
import { type FileType, sniff } from './sniff.ts'

/** Keeps of a file only what can be seen and heard in it. */
export async function cleanFile(bytes: Buffer): Promise<Cleaned> {
  const sniffed = sniff(bytes)
  if ('refusal' in sniffed) return sniffed
  if (bytes.length > longestOf(sniffed.type)) return { refusal: 'too-large' }
  try {
    return await clean(bytes, sniffed.type)
  } catch {
    // Whatever a decoder stumbles over: the file is not what its first bytes say.
    return { refusal: 'broken' }
  }
}

function longestOf(type: FileType): number {
  if (type === 'pdf') return largestFile.document
  return type === 'mp4' || type === 'webm' ? largestFile.video : largestFile.picture
}

function clean(bytes: Buffer, type: FileType): Promise<Cleaned> {
  switch (type) {
    case 'pdf':
      return cleanDocument(bytes)
    case 'mp4':
    case 'webm':
      return cleanVideo(bytes, type)
    default:
      return cleanPicture(bytes, type)
  }
}

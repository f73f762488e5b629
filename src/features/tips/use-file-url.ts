import { useEffect, useState } from 'react'
import { readFile } from '#src/lib/phone-files.ts'
import type { TipFile } from './tip-file.ts'

/** An address for a kept picture as long as it is shown; none for what is no picture or not on this phone. */
export function useFileUrl({ fileKey, size, kind, outcome }: TipFile): string | undefined {
  const [url, setUrl] = useState<string>()
  const shown = kind === 'picture' && outcome === null
  useEffect(() => {
    if (!shown) return
    let made: string | undefined
    let gone = false
    const show = async () => {
      const bytes = await readFile(fileKey, 0, size).catch(() => undefined)
      if (!bytes || gone) return
      made = URL.createObjectURL(bytes.slice(0, size, 'image/jpeg'))
      setUrl(made)
    }
    void show()
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
      setUrl(undefined)
    }
  }, [fileKey, size, shown])
  return url
}

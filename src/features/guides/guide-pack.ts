import { guidePack } from '#contract/guide-pack.ts'
import { clientFor } from '#src/lib/api.ts'
import { useGuide } from './guides.resource.ts'

const packApi = clientFor({ guidePack })

/** Every guide onto the phone, in one answer: who stands at a counter without network may never have opened theirs. */
export async function loadGuidePack(): Promise<void> {
  const pack = await packApi.guidePack.get()
  if (!pack.ok) return
  for (const guide of pack.data.guides) useGuide.keep(guide.slug, guide)
}

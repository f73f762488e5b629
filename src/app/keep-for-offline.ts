import { useFinderTree } from '#src/features/finder/finder.resource.ts'
import { useForms } from '#src/features/forms/forms.resource.ts'
import { loadGuidePack } from '#src/features/guides/guide-pack.ts'
import { useGuides } from '#src/features/guides/guides.resource.ts'
import { useSearchIndex } from '#src/features/search/search.resource.ts'
import { useAreas } from '#src/features/stations/stations.resource.ts'
import { useUnit } from '#src/lib/unit.ts'

/** What must open without network after one visit, whichever screen that visit saw. */
export async function keepForOffline(): Promise<void> {
  await loadGuidePack()
  for (const resource of [useUnit, useAreas, useGuides, useFinderTree, useForms, useSearchIndex])
    resource.refresh()
}

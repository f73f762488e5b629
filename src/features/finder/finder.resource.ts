import { FinderTree } from '#contract/finder.ts'
import { createResource } from '#src/lib/resource.ts'
import { finderApi } from './finder-api.ts'

export const useFinderTree = createResource<void, FinderTree>({
  key: () => 'finder',
  load: () => finderApi.finder.get(),
  schema: FinderTree,
  stay: 'lasting',
})

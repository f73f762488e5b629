import { finder, FinderTree } from '#contract/finder.ts'
import { clientFor } from '#src/lib/api.ts'
import { createResource } from '#src/lib/resource.ts'

const api = clientFor({ finder })

export const useFinderTree = createResource<void, FinderTree>({
  key: () => 'finder',
  load: () => api.finder.get(),
  schema: FinderTree,
})

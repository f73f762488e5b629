import { SearchIndexData } from '#contract/search.ts'
import { searchApi } from './search-api.ts'
import { createResource } from '#src/lib/resource.ts'

/** Kept on the phone, so that guides, stations and numbers are found without network. */
export const useSearchIndex = createResource<void, SearchIndexData>({
  key: () => 'search-index',
  load: () => searchApi.search.index(),
  schema: SearchIndexData,
  stay: 'lasting',
})

import { Guide, GuideList } from '#contract/guides.ts'
import { api } from '#src/lib/api.ts'
import { createResource } from '#src/lib/resource.ts'

export const useGuides = createResource<void, GuideList>({
  key: () => 'guides',
  load: () => api.guides.list(),
  schema: GuideList,
  stay: 'lasting',
})

export const useGuide = createResource<string, Guide>({
  key: (slug) => `guide:${slug}`,
  load: (slug) => api.guides.get({ params: { slug } }),
  schema: Guide,
  stay: 'lasting',
})

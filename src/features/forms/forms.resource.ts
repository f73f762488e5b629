import { FormList } from '#contract/forms.ts'
import { api } from '#src/lib/api.ts'
import { createResource } from '#src/lib/resource.ts'

export const useForms = createResource<void, FormList>({
  key: () => 'forms',
  load: () => api.guides.forms(),
  schema: FormList,
  stay: 'lasting',
})

import { Unit } from '#contract/unit.ts'
import { api } from './api.ts'
import { createResource } from './resource.ts'

export const useUnit = createResource<void, Unit>({
  key: () => 'unit',
  load: () => api.unit.get(),
  schema: Unit,
  stay: 'lasting',
})

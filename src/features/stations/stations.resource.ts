import { AreaMap } from '#contract/areas.ts'
import { StationAnswer, stations } from '#contract/stations.ts'
import { clientFor } from '#src/lib/api.ts'
import { createResource } from '#src/lib/resource.ts'

const api = clientFor({ stations })

/** For ids that the unit's own list does not have: closed ones, and those never given. */
export const useStationAnswer = createResource<string, StationAnswer>({
  key: (id) => `station:${id}`,
  load: (id) => api.stations.get({ params: { id } }),
  schema: StationAnswer,
})

export const useAreas = createResource<void, AreaMap>({
  key: () => 'areas',
  load: () => api.stations.areas(),
  schema: AreaMap,
  stay: 'lasting',
})

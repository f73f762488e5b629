import * as v from 'valibot'
import { AreaMap } from './areas.ts'
import { endpoint } from './endpoint.ts'
import { Day, Line, Slug } from './text.ts'
import { Station } from './unit.ts'

/** Every id that was ever printed has an answer: the station itself, or when it closed and who took over. */
export const StationAnswer = v.variant('kind', [
  v.object({ kind: v.literal('open'), station: Station }),
  v.object({
    kind: v.literal('closed'),
    id: Slug,
    name: Line,
    /** The first day without it. */
    closedOn: Day,
    note: v.nullable(Line),
    /** The station that is open in its place today; null where none is. */
    successor: v.nullable(v.object({ id: Slug, name: Line })),
  }),
])
export type StationAnswer = v.InferOutput<typeof StationAnswer>
export type ClosedStation = Extract<StationAnswer, { kind: 'closed' }>

/** A station closes by the calendar, not by a release. */
export function isClosedOn({ closes }: Pick<Station, 'closes'>, day: string): boolean {
  return closes !== null && day >= closes.on
}

export const stations = {
  get: endpoint({
    method: 'GET',
    path: '/stations/:id',
    summary: 'One station; a closed one answers with the day and its successor',
    params: v.object({ id: Slug }),
    response: StationAnswer,
    errors: ['invalid', 'not-found'],
  }),
  areas: endpoint({
    method: 'GET',
    path: '/areas',
    summary: 'Which ward the old wards belong to now; the question who serves one is answered on the phone',
    response: AreaMap,
    errors: ['not-found'],
  }),
}

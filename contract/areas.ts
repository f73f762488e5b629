import * as v from 'valibot'
import { Point } from './point.ts'
import { Day, Line, Slug } from './text.ts'

const Ward = v.object({
  id: Slug,
  name: Line,
  police: Line,
  /** Null when another unit serves it. */
  station: v.nullable(Slug),
  /** About its middle: for sketches only. */
  centre: Point,
})
export type Ward = v.InferOutput<typeof Ward>

/** A ward or commune of before. */
const OldArea = v.object({
  id: Slug,
  name: Line,
  /** Where it belongs now. More than one: it was split, and the quarter decides. */
  wards: v.pipe(v.array(Slug), v.minLength(1)),
  /** Quarters of a split area, as far as somebody has confirmed where they went. */
  quarters: v.array(v.object({ name: Line, ward: Slug })),
  /** A part of it went to a ward that is not in this map. */
  partElsewhere: v.boolean(),
})
export type OldArea = v.InferOutput<typeof OldArea>

/** One redrawing of the wards, in force from `since` until the next. */
export const AreaMap = v.object({
  since: Day,
  wards: v.pipe(v.array(Ward), v.minLength(1)),
  oldAreas: v.array(OldArea),
  source: Line,
  checkedOn: Day,
  recheckBy: Day,
})
export type AreaMap = v.InferOutput<typeof AreaMap>

/** The map in force on a day. */
export function mapOn(maps: readonly AreaMap[], day: string): AreaMap | undefined {
  const begun = maps.filter(({ since }) => since <= day)
  return begun.reduce<AreaMap | undefined>(
    (latest, map) => (latest && latest.since > map.since ? latest : map),
    undefined,
  )
}

export type Served =
  | { kind: 'by-us'; ward: Ward; station: string }
  | { kind: 'by-others'; ward: Ward }
  /** Split: the quarter has to be asked for. */
  | { kind: 'by-quarter'; area: OldArea }
  /** Split, and nobody has confirmed where this quarter went. */
  | { kind: 'unsure'; wards: Ward[] }
  /** A part went to `ward`, the rest to a ward we know nothing of. */
  | { kind: 'in-part'; ward: Ward }
  | { kind: 'unlisted' }

/** Who serves people of a ward of today. */
export function servedIn(map: AreaMap, wardId: string): Served {
  const ward = map.wards.find(({ id }) => id === wardId)
  if (!ward) return { kind: 'unlisted' }
  return ward.station === null ? { kind: 'by-others', ward } : { kind: 'by-us', ward, station: ward.station }
}

/** Who serves people of an old area; `quarter` is the name of a quarter, or empty for one that is not listed. */
export function servedFrom(map: AreaMap, areaId: string, quarter?: string): Served {
  const area = map.oldAreas.find(({ id }) => id === areaId)
  const [only, ...others] = area?.wards ?? []
  if (!area || only === undefined) return { kind: 'unlisted' }
  if (others.length === 0) {
    const served = servedIn(map, only)
    return area.partElsewhere && 'ward' in served ? { kind: 'in-part', ward: served.ward } : served
  }
  if (quarter === undefined) return { kind: 'by-quarter', area }
  const known = area.quarters.find(({ name }) => name === quarter)
  if (known) return servedIn(map, known.ward)
  return { kind: 'unsure', wards: map.wards.filter(({ id }) => area.wards.includes(id)) }
}

/** The areas that went to a ward as a whole, or in part. */
export function formerAreas(map: AreaMap, wardId: string): { name: string; inPart: boolean }[] {
  const former = map.oldAreas.filter(({ wards }) => wards.includes(wardId))
  return former.map(({ name, wards, partElsewhere }) => ({ name, inPart: partElsewhere || wards.length > 1 }))
}

import { type AreaMap, servedFrom, servedIn } from '#contract/areas.ts'

/**
 * The names of the wards and old areas that a station serves as a whole; for null those of all others, where somebody
 * has to look up or choose who serves them. As they are written, and as people say them: without “phường” or “xã”.
 */
export function areaNames(maps: readonly AreaMap[], station: string | null): string[] {
  const places = maps.flatMap((map) => [
    ...map.wards.map(({ id, name }) => ({ name, served: servedIn(map, id) })),
    ...map.oldAreas.map(({ id, name }) => ({ name, served: servedFrom(map, id) })),
  ])
  const written = places
    .filter(({ served }) => (served.kind === 'by-us' ? served.station : null) === station)
    .map(({ name }) => name)
  const said = written.map((name) => name.replace(/^(?:Phường|Xã) |,.*$/g, ''))
  return Array.from(new Set([...written, ...said]))
}

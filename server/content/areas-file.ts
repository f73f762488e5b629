import { type AreaMap } from '#contract/areas.ts'
import { addDays } from '#contract/day.ts'
import { longestWithoutRecheck } from '#contract/forms.ts'
import { checkFile } from './check-file.ts'
import { readContentFile, type ContentFile } from './content-file.ts'
import { AreasFile } from './content.schemas.ts'
import { checkUnique } from './cross-check.ts'
import type { FieldPath, Problem } from './problems.ts'
import { checkStatements } from './statements.ts'

/** `areas.yaml`; undefined when something is wrong: then it is in `problems`. `stations`: their ids, where known. */
export function readAreas(
  dir: string,
  problems: Problem[],
  stations: ReadonlySet<string> | undefined,
): AreaMap[] | undefined {
  const file = readContentFile(dir, 'areas.yaml', problems)
  const maps = checkFile(AreasFile, file)
  if (!maps) return undefined
  checkStatements(file)
  checkUnique(maps.map(({ since }, at) => ({ file, path: [at, 'since'], name: since })))
  maps.forEach((map, at) => checkMap(file, [at], map, stations))
  return maps
}

function checkMap(
  file: ContentFile,
  at: FieldPath,
  map: AreaMap,
  stations: ReadonlySet<string> | undefined,
): void {
  const { wards, oldAreas, checkedOn, recheckBy } = map
  checkUnique(wards.map(({ id }, index) => ({ file, path: [...at, 'wards', index, 'id'], name: id })))
  checkUnique(oldAreas.map(({ id }, index) => ({ file, path: [...at, 'oldAreas', index, 'id'], name: id })))
  if (recheckBy <= checkedOn || recheckBy > addDays(checkedOn, longestWithoutRecheck)) {
    file.note([...at, 'recheckBy'], `must lie within ${longestWithoutRecheck} days after checkedOn`)
  }
  wards.forEach(({ station }, index) => {
    if (station !== null && stations && !stations.has(station)) {
      file.note([...at, 'wards', index, 'station'], `names no station: "${station}"`)
    }
  })
  oldAreas.forEach((area, index) => checkArea(file, [...at, 'oldAreas', index], area, map))
}

function checkArea(
  file: ContentFile,
  path: FieldPath,
  { wards, quarters }: AreaMap['oldAreas'][number],
  map: AreaMap,
): void {
  const known = new Set(map.wards.map(({ id }) => id))
  wards.forEach((ward, at) => {
    if (!known.has(ward)) file.note([...path, 'wards', at], `names no ward: "${ward}"`)
  })
  if (wards.length === 1 && quarters.length > 0) {
    file.note([...path, 'quarters'], 'must be empty: the area was not split')
  }
  checkUnique(quarters.map(({ name }, at) => ({ file, path: [...path, 'quarters', at, 'name'], name })))
  quarters.forEach(({ ward }, at) => {
    if (!wards.includes(ward)) {
      file.note([...path, 'quarters', at, 'ward'], `is none of this area's wards: "${ward}"`)
    }
  })
}

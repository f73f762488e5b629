import type { Station } from '#contract/unit.ts'
import type { ContentFile } from './content-file.ts'

/** A closed station must lead somewhere, and following it must come to an end. */
export function checkClosings(file: ContentFile, stations: readonly Station[]): void {
  const byId = new Map(stations.map((station) => [station.id, station]))
  stations.forEach(({ id, closes }, at) => {
    const successor = closes?.successor
    if (!successor) return
    const path = ['stations', at, 'closes', 'successor']
    if (!byId.has(successor)) return file.note(path, `names no station: "${successor}"`)
    const passed = new Set([id])
    for (let next: string | null | undefined = successor; next; next = byId.get(next)?.closes?.successor) {
      if (passed.has(next)) return file.note(path, `leads round in a circle: "${successor}"`)
      passed.add(next)
    }
  })
}

import { servedFrom, servedIn, type AreaMap, type Served } from '#contract/areas.ts'
import { formatDay } from '#contract/day.ts'

/** What somebody chose: a ward of today, an old area with perhaps a quarter, or none of the list. */
export interface AreaChoice {
  /** `moi.<ward>`, `cu.<area>`, `khac`, or empty. */
  place: string
  quarter?: string | undefined
}

export const notListed = 'khac'

/** In the fragment of the address: back and reload keep it, and no server gets to see it. */
export function choiceIn(hash: string): AreaChoice {
  const [place = '', quarter] = hash.replace(/^#/, '').split('/')
  return { place: decoded(place), quarter: quarter === undefined ? undefined : decoded(quarter) }
}

export function hashOf({ place, quarter }: AreaChoice): string {
  if (place === '') return ''
  return `#${encodeURIComponent(place)}${quarter === undefined ? '' : `/${encodeURIComponent(quarter)}`}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

export function servedBy(map: AreaMap, { place, quarter }: AreaChoice): Served | undefined {
  if (place === '') return undefined
  const [kind, id = ''] = place.split('.')
  return kind === 'moi' ? servedIn(map, id) : servedFrom(map, id, quarter)
}

export function areaGroups({ since, wards, oldAreas }: AreaMap) {
  const before = [...oldAreas].sort((one, other) => bare(one.name).localeCompare(bare(other.name), 'vi'))
  return [
    {
      label: `Tên cũ, trước ngày ${formatDay(since)}`,
      options: before.map(({ id, name }) => ({ value: `cu.${id}`, label: `${name} (cũ)` })),
    },
    {
      label: 'Tên phường hiện nay',
      options: wards.map(({ id, name }) => ({ value: `moi.${id}`, label: name })),
    },
    { label: 'Nơi khác', options: [{ value: notListed, label: 'Không có trong danh sách' }] },
  ]
}

/** “Phường Hòa Lợi” in the middle of a sentence. */
export function midSentence(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1)
}

const bare = (name: string) => name.replace(/^(?:Phường|Xã) /u, '')

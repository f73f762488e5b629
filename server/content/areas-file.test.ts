import { describe, expect, test } from 'vitest'
import { servedFrom } from '#contract/areas.ts'
import { contentDir, problemsAfter, type Change } from './content-copy.fixture.ts'
import { loadContent } from './load-content.ts'

const change = (file: string, replace: string | RegExp, by: string): Change => ({ file, replace, by })
const tanHung = '{ id: tan-hung, name: Xã Tân Hưng, wards: [ben-cat], quarters: []'

test.for([
  [
    'a ward that is not in the block',
    change('areas.yaml', tanHung, tanHung.replace('[ben-cat]', '[ben-tre]')),
    '[0].oldAreas[1].wards[0]',
    'names no ward',
  ],
  [
    'a station that does not exist',
    change('areas.yaml', 'station: ben-cat', 'station: ben-catt'),
    '[0].wards[0].station',
    'names no station',
  ],
  [
    'quarters of an area that was not split',
    change('areas.yaml', tanHung, tanHung.replace('[]', '[{ name: Ấp 1, ward: ben-cat }]')),
    '[0].oldAreas[1].quarters',
    'was not split',
  ],
  [
    'a quarter in a ward that its area never went to',
    change('areas.yaml', '{ name: Khu phố 2, ward: ben-cat }', '{ name: Khu phố 2, ward: tay-nam }'),
    '[0].oldAreas[0].quarters[0].ward',
    'is none of this area',
  ],
  [
    'a re-check too far away',
    change('areas.yaml', 'recheckBy: 2027-02-21', 'recheckBy: 2028-02-21'),
    '[0].recheckBy',
    'within 90 days',
  ],
  [
    'a successor that does not exist',
    change('unit.yaml', 'successor: ben-cat', 'successor: ben-kat'),
    'stations[1].closes.successor',
    'names no station',
  ],
  [
    'successors that go round in a circle',
    change(
      'unit.yaml',
      'closes: null',
      'closes: { on: 2027-01-01, successor: cong-an-thanh-pho-ben-cat, note: null }',
    ),
    'stations[0].closes.successor',
    'circle',
  ],
] as const)('%s is refused', async ([, changed, field, message]) => {
  const problems = await problemsAfter([changed], loadContent)
  expect(problems).toContainEqual(
    expect.objectContaining({ file: changed.file, field, message: expect.stringContaining(message) }),
  )
})

describe('the real map', () => {
  test.for([
    ['tan-hung', 'by-us'],
    ['lai-hung', 'by-us'],
    ['an-dien', 'by-others'],
    ['tan-dinh', 'by-others'],
    ['thanh-tuyen', 'in-part'],
    ['my-phuoc', 'by-quarter'],
  ] as const)('%s', async ([id, kind]) => {
    const { areas } = await loadContent(contentDir)
    expect(servedFrom(areas[0]!, id).kind).toBe(kind)
  })

  test('every ward of today is somebody’s heir, and every station serves one or has closed', async () => {
    const { areas, unit } = await loadContent(contentDir)
    const inherited = new Set(areas[0]?.oldAreas.flatMap(({ wards }) => wards))
    expect(areas[0]?.wards.map(({ id }) => id).filter((id) => !inherited.has(id))).toEqual([])
    const serving = new Set(areas[0]?.wards.map(({ station }) => station))
    expect(unit.stations.filter(({ id, closes }) => !serving.has(id) && !closes)).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { formerAreas, mapOn, servedFrom, servedIn, type AreaMap } from './areas.ts'

const ward = (id: string, station: string | null = null) => ({
  ...{ id, name: `Phường ${id}`, police: `Công an phường ${id}`, station, centre: { lat: 11.1, lon: 106.6 } },
})
const area = (id: string, wards: string[], rest: Partial<AreaMap['oldAreas'][number]> = {}) => ({
  ...{ id, name: id, wards, quarters: [], partElsewhere: false, ...rest },
})
const map: AreaMap = {
  since: '2025-07-01',
  wards: [ward('ta', 'ta'), ward('ban')],
  oldAreas: [
    area('trong-ta', ['ta']),
    area('sang-ban', ['ban']),
    area('mot-phan', ['ban'], { partElsewhere: true }),
    area('chia', ['ta', 'ban'], {
      quarters: [
        { name: 'Khu phố 1', ward: 'ta' },
        { name: 'Khu phố 2', ward: 'ban' },
      ],
    }),
  ],
  source: 'Nghị quyết',
  checkedOn: '2026-11-23',
  recheckBy: '2027-02-21',
}

test.for([
  ['an area that is ours', 'trong-ta', undefined, { kind: 'by-us', station: 'ta' }],
  ['an area of another unit', 'sang-ban', undefined, { kind: 'by-others', ward: { id: 'ban' } }],
  [
    'an area that went partly beyond the map',
    'mot-phan',
    undefined,
    { kind: 'in-part', ward: { id: 'ban' } },
  ],
  ['a split area', 'chia', undefined, { kind: 'by-quarter', area: { id: 'chia' } }],
  ['a quarter that came to us', 'chia', 'Khu phố 1', { kind: 'by-us', station: 'ta' }],
  ['a quarter that went away', 'chia', 'Khu phố 2', { kind: 'by-others', ward: { id: 'ban' } }],
  ['a quarter nobody has confirmed', 'chia', '', { kind: 'unsure', wards: [{ id: 'ta' }, { id: 'ban' }] }],
  ['an area that is not in the map', 'khac', undefined, { kind: 'unlisted' }],
] as const)('who serves %s', ([, id, quarter, expected]) => {
  expect(servedFrom(map, id, quarter)).toMatchObject(expected)
})

test('who serves a ward of today', () => {
  expect(servedIn(map, 'ta')).toMatchObject({ kind: 'by-us', station: 'ta' })
  expect(servedIn(map, 'ban')).toMatchObject({ kind: 'by-others' })
  expect(servedIn(map, 'khac')).toEqual({ kind: 'unlisted' })
})

test.for([
  ['2025-06-30', undefined],
  ['2025-07-01', '2025-07-01'],
  ['2026-12-31', '2025-07-01'],
  ['2027-01-01', '2027-01-01'],
] as const)('the map in force on %s', ([day, since]) => {
  expect(mapOn([{ ...map, since: '2027-01-01' }, map], day)?.since).toBe(since)
})

test('a ward knows what it was made from, and what only in part', () => {
  expect(formerAreas(map, 'ban')).toEqual([
    { name: 'sang-ban', inPart: false },
    { name: 'mot-phan', inPart: true },
    { name: 'chia', inPart: true },
  ])
  expect(formerAreas(map, 'khong-co')).toEqual([])
})

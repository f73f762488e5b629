import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Station } from '#contract/unit.ts'
import { loadContent } from '../content/load-content.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const station = (id: string, closes: Station['closes'] = null): Station => ({
  ...{ id, name: `Điểm ${id}`, address: null, directions: null, map: null, phone: null },
  ...{ hours: [], serves: [], note: null, closes },
})
const closing = (on: string, successor: string | null, note: string | null = null) => ({
  on,
  successor,
  note,
})

let now = new Date('2026-11-24T03:00:00Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  const content = await loadContent(join(import.meta.dirname, '../../content'))
  const [first] = content.areas
  const stations = [
    station('moi'),
    station('cu', closing('2026-11-01', 'tam', 'Sáp nhập.')),
    station('tam', closing('2026-12-01', 'moi')),
    station('het', closing('2020-01-01', null)),
  ]
  server = await startTestServer({
    clock: () => now,
    content: {
      ...content,
      unit: { ...content.unit, stations },
      areas: [first!, { ...first!, since: '2027-01-01', source: 'Nghị quyết sau' }],
    },
  })
})
afterAll(() => server.close())

const at = (instant: string) => void (now = new Date(instant))
const get = async (id: string) => {
  const result = await server.client.stations.get({ params: { id } })
  return result.ok ? result.data : result.error.code
}

describe('one station', () => {
  test('an id that was never given is refused', async () => {
    expect(await get('khong-co')).toBe('not-found')
    expect(await get('Bến Cát')).toBe('invalid')
  })

  test('an open one answers with everything about it', async () => {
    expect(await get('moi')).toMatchObject({ kind: 'open', station: { id: 'moi', name: 'Điểm moi' } })
  })

  test('a closed one answers with the day, the reason and who is open in its place', async () => {
    at('2026-11-24T03:00:00Z')
    expect(await get('cu')).toEqual({
      ...{ kind: 'closed', id: 'cu', name: 'Điểm cu', closedOn: '2026-11-01', note: 'Sáp nhập.' },
      successor: { id: 'tam', name: 'Điểm tam' },
    })
    expect(await get('het')).toMatchObject({ kind: 'closed', closedOn: '2020-01-01', successor: null })
  })

  test('it closes at midnight in Viet Nam, and who followed it is followed on', async () => {
    at('2026-11-30T16:59:59Z')
    expect(await get('tam')).toMatchObject({ kind: 'open' })
    at('2026-11-30T17:00:00Z')
    expect(await get('tam')).toMatchObject({ kind: 'closed', successor: { id: 'moi' } })
    expect(await get('cu')).toMatchObject({ kind: 'closed', successor: { id: 'moi' } })
  })

  test('the unit lists it until then, and not after', async () => {
    const listed = async () => {
      const unit = await server.client.unit.get()
      return unit.ok && unit.data.stations.map(({ id }) => id)
    }
    at('2026-11-30T16:59:59Z')
    expect(await listed()).toEqual(['moi', 'tam'])
    at('2026-11-30T17:00:00Z')
    expect(await listed()).toEqual(['moi'])
  })
})

describe('the wards', () => {
  test('the map in force is answered, and the next one from its first day', async () => {
    const source = async () => {
      const map = await server.client.stations.areas()
      return map.ok && map.data.source
    }
    at('2026-12-31T16:59:59Z')
    expect(await source()).toContain('1685')
    at('2026-12-31T17:00:00Z')
    expect(await source()).toBe('Nghị quyết sau')
  })

  test('before the first map there is none', async () => {
    at('2025-06-30T03:00:00Z')
    expect(await server.client.stations.areas()).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

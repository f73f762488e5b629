import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Notice } from '#contract/unit.ts'
import { startTestServer } from '../testing/start-test-server.ts'

const notice = (id: string, from: string, until: string): Notice => ({
  id,
  title: 'Cảnh báo',
  text: 'Nội dung.',
  from,
  until,
  link: null,
})

let now = new Date('2026-11-24T03:00:00Z')
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({
    clock: () => now,
    notices: [
      notice('sang', '2026-11-24T08:00:00+07:00', '2026-11-24T12:00:00+07:00'),
      notice('ca-ngay', '2026-11-24T00:00:00+07:00', '2026-11-25T00:00:00+07:00'),
    ],
  })
})
afterAll(() => server.close())

test.for([
  ['before both', '2026-11-23T16:59:29Z', []],
  ['from the first instant of one', '2026-11-23T17:00:00Z', ['ca-ngay']],
  ['from the first instant of the other', '2026-11-24T01:00:00Z', ['sang', 'ca-ngay']],
  ['in the last second of one', '2026-11-24T04:59:59Z', ['sang', 'ca-ngay']],
  ['when one has ended', '2026-11-24T05:00:00Z', ['ca-ngay']],
  ['when both have ended', '2026-11-24T17:00:00Z', []],
] as const)('notices %s', async ([, at, ids]) => {
  now = new Date(at)
  const unit = await server.client.unit.get()
  expect(unit.ok && unit.data.notices.map(({ id }) => id)).toEqual(ids)
})

test('the unit says who it is and what to call, and whether it is a demonstration', async () => {
  const unit = await server.client.unit.get()
  expect(unit).toMatchObject({
    ok: true,
    data: { shortName: 'Công an Bến Cát', demo: true, dutyPhone: null },
  })
  const emergency = unit.ok ? unit.data.hotlines.filter((line) => line.emergency) : []
  expect(emergency.map(({ phone }) => phone)).toEqual(expect.arrayContaining(['113', '114', '115']))
})

test('the calendar of working days comes with it, and counters say whose files they take', async () => {
  const unit = await server.client.unit.get()
  const years = unit.ok ? unit.data.calendar.years : []
  expect(years.find(({ year }) => year === 2026)?.off).toContainEqual(
    expect.objectContaining({ from: '2026-11-24', to: '2026-11-24' }),
  )
  const counters = unit.ok ? unit.data.stations.flatMap(({ hours }) => hours) : []
  expect(counters.find(({ groups }) => groups?.includes('can-cuoc'))?.service).toContain('Căn cước')
  const duty = counters.find(({ service }) => service.includes('Trực ban'))
  expect(duty?.spans?.map(({ onHolidays }) => onHolidays)).toEqual([true])
})

test('what has not changed is not sent again, what has is', async () => {
  now = new Date('2026-11-24T02:00:00Z')
  const first = await server.app.inject('/api/unit')
  const ask = () =>
    server.app.inject({ url: '/api/unit', headers: { 'if-none-match': String(first.headers.etag) } })
  expect((await ask()).statusCode).toBe(304)
  now = new Date('2026-11-24T06:00:00Z')
  expect((await ask()).statusCode).toBe(200)
})

test('an ETag that a proxy weakened or put into a list still matches', async () => {
  const { headers } = await server.app.inject('/api/unit')
  for (const sent of [`W/${headers.etag}`, `"other", ${headers.etag}`, '*']) {
    const answer = await server.app.inject({ url: '/api/unit', headers: { 'if-none-match': sent } })
    expect([sent, answer.statusCode]).toEqual([sent, 304])
  }
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadContent } from '../content/load-content.ts'
import { addWish } from '../updates/telling.fixture.ts'
import { addApplication, step } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { auditOf, deskClient, signIn } from '../testing/officers.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { nastyOutcome } from './samples.fixture.ts'
import { limits } from './table.ts'
import { writeCsv } from './write-csv.fixture.ts'

const root = join(import.meta.dirname, '../..')
const now = new Date('2026-11-26T03:00:00Z')
const log: string[] = []
let server: Awaited<ReturnType<typeof startTestServer>>
let records: Awaited<ReturnType<typeof signIn>>
const at = (roles: Parameters<typeof signIn>[1], station = 'ben-cat') => signIn(server, roles, station, now)

beforeAll(async () => {
  const content = await loadContent(join(root, 'content'))
  const [first] = content.unit.stations
  const second = { ...first!, id: 'my-phuoc', name: 'Điểm tiếp dân Mỹ Phước' }
  server = await startTestServer({
    clock: () => now,
    demo: false,
    content: { ...content, unit: { ...content.unit, stations: [...content.unit.stations, second] } },
    logger: { level: 'trace', stream: { write: (line: string) => void log.push(line) } },
  })
})
beforeEach(async () => void (records = await at(['records'])))
afterEach(() => server.empty())
afterAll(() => server.close())

type Client = typeof records.client
type Query = { station?: string }
const sample = (name: string) => readFile(join(root, 'docs/samples', name))
const blob = (bytes: Buffer) => new Blob([new Uint8Array(bytes)])

const headings = [
  'Mã hồ sơ',
  'Thủ tục',
  'SĐT',
  'Ngày nhận',
  'Ngày hẹn',
  'Trạng thái',
  'Điểm tiếp dân',
  'Lý do',
]
interface Line {
  code?: string
  phone?: string
  promised?: string
  status?: string
  station?: string
  reason?: string
}
const sheet = (...lines: Line[]) =>
  Buffer.from(
    writeCsv(
      [
        headings,
        ...lines.map((line) => [
          line.code ?? 'HS-000001',
          'Cấp đổi thẻ căn cước',
          line.phone ?? '0900000001',
          '05/11/2026',
          line.promised ?? '16/11/2026',
          line.status ?? 'Đã tiếp nhận',
          line.station ?? '',
          line.reason ?? '',
        ]),
      ],
      ';',
    ),
  )

const preview = (bytes: Buffer, client: Client = records.client, query: Query = {}) =>
  client.deskImport.preview({ query, body: blob(bytes) })
const apply = (bytes: Buffer, mark: string, client: Client = records.client, query: Query = {}) =>
  client.deskImport.apply({ query: { mark, ...query }, body: blob(bytes) })
async function planOf(bytes: Buffer, client?: Client, query?: Query) {
  const answer = await preview(bytes, client, query)
  if (!answer.ok || answer.data.outcome === 'refused') throw new Error(JSON.stringify(answer))
  return answer.data
}
async function imported(bytes: Buffer, client?: Client, query?: Query) {
  return apply(bytes, (await planOf(bytes, client, query)).mark, client, query)
}
const state = () =>
  server.db.query<{ code: string }>(
    `select a.code, a.station, s.status, s.at, s.promised_on as "promisedOn", s.reason, s.source, s.officer_id as "by"
     from applications a join application_steps s on s.application_id = a.id order by s.id`,
  )
const someMark = 'A'.repeat(22)
const conflict = { ok: false, error: { code: 'conflict' } }

test('nobody and no other role previews or applies anything', async () => {
  const bytes = sheet({})
  const { mark } = await planOf(bytes)
  const audited = await auditOf(server.db)
  for (const [client, code] of [
    [deskClient(server.app), 'unauthorised'],
    [(await at(['editor', 'triage', 'supervisor', 'admin', 'superior'], '*')).client, 'forbidden'],
  ] as const) {
    expect(await preview(bytes, client)).toMatchObject({ error: { code } })
    expect(await apply(bytes, mark, client)).toMatchObject({ error: { code } })
  }
  expect(await state()).toEqual([])
  expect(await auditOf(server.db)).toEqual(audited)
})

test('an officer of another station learns and changes nothing of a file that is not theirs', async () => {
  await addApplication(server.db, server.keys, { steps: [step({ promisedOn: '2026-11-20' })] })
  const before = await state()
  const bytes = sheet({ status: 'Đang xử lý', phone: '0900000009' })
  const elsewhere = await at(['records'], 'my-phuoc')
  const plan = await planOf(bytes, elsewhere.client)
  expect(plan).toMatchObject({
    counts: { new: 0, changed: 0, unchanged: 0, refused: 1 },
    changes: [],
    problems: [{ row: 2, column: 'A', field: 'Mã hồ sơ', text: expect.stringContaining('nơi khác') }],
  })
  expect(JSON.stringify(plan)).not.toMatch(/Đã tiếp nhận|20\/11/)
  expect(await apply(bytes, plan.mark, elsewhere.client)).toMatchObject({ data: { written: 0 } })
  expect(await state()).toEqual(before)
})

test('a row is for the station that it names, or that was chosen, within one’s own', async () => {
  const bytes = sheet(
    { code: 'HS-000001' },
    { code: 'HS-000002', station: 'ĐIỂM TIẾP DÂN mỹ phước' },
    { code: 'HS-000003', station: 'Nơi không có' },
  )
  expect(await planOf(bytes)).toMatchObject({
    changes: [{ row: 2 }],
    problems: [
      { row: 3, column: 'G', text: expect.stringContaining('không được giao') },
      { row: 4, column: 'G', text: expect.stringContaining('“Điểm tiếp dân Mỹ Phước”') },
    ],
  })
  expect(await preview(bytes, records.client, { station: 'my-phuoc' })).toMatchObject({
    error: { code: 'invalid', fields: { station: 'not-allowed' } },
  })
  const everywhere = await at(['records'], '*')
  expect(await planOf(bytes, everywhere.client)).toMatchObject({
    problems: [{ row: 2, text: expect.stringContaining('Chưa rõ điểm tiếp dân') }, { row: 4 }],
  })
  expect(await imported(bytes, everywhere.client, { station: 'ben-cat' })).toMatchObject({
    data: { written: 2 },
  })
  expect(await state()).toMatchObject([
    { code: 'HS-000001', station: 'ben-cat' },
    { code: 'HS-000002', station: 'my-phuoc' },
  ])
  // What is kept somewhere stays there.
  expect(await planOf(sheet({ code: 'HS-000002' }), everywhere.client, { station: 'ben-cat' })).toMatchObject(
    {
      counts: { unchanged: 1 },
    },
  )
})

test.for(['ho-so-mau.xlsx', 'ho-so-mau.csv', 'ho-so-mau-windows-1258.csv'])(
  '%s is shown, then taken whole, with the officer as its author',
  async (name) => {
    const bytes = await sample(name)
    const plan = await planOf(bytes)
    expect(plan).toMatchObject({
      counts: { new: 9, changed: 0, unchanged: 0, refused: 0 },
      problems: [],
      unguided: [],
    })
    expect(plan.headings.filter(({ field }) => field === null).map(({ text }) => text)).toEqual([
      'STT',
      'Họ và tên',
      'Ghi chú',
    ])
    expect(plan.headings.find(({ field }) => field === 'Mã hồ sơ')).toMatchObject({
      column: expect.stringMatching(/^[A-Z]$/),
    })
    expect(plan.changes[0]).toEqual({
      row: 2,
      code: 'MAU.2611-0001',
      kind: 'new',
      text: 'hồ sơ mới, hẹn 01/12/2026',
    })
    expect(await state()).toEqual([])
    expect(await apply(bytes, plan.mark)).toEqual({ ok: true, data: { written: 9 } })
    const steps = await state()
    expect(new Set(steps.map(({ code }) => code)).size).toBe(9)
    expect(steps[0]).toMatchObject({ source: 'import', by: records.officerId, promisedOn: '2026-12-01' })
    expect((await auditOf(server.db)).map(({ action, records }) => [action, records.length])).toEqual([
      ['import.preview', 1],
      ['import.apply', 10],
    ])
  },
)

test('of the difficult list each bad row is named with its column, and only the good ones are taken', async () => {
  const bytes = await sample('ho-so-kho.xlsx')
  const plan = await planOf(bytes)
  expect(plan.counts).toEqual({ new: 4, changed: 0, unchanged: 0, refused: 14 })
  const named = [...new Set(plan.problems.map(({ row }) => row))]
  expect(named).toEqual(
    Object.keys(nastyOutcome)
      .filter((row) => nastyOutcome[Number(row)]?.length)
      .map(Number),
  )
  expect(plan.problems.every(({ column, field }) => /^[A-Z]$/.test(column ?? '') && field !== null)).toBe(
    true,
  )
  expect(await apply(bytes, plan.mark)).toMatchObject({ data: { written: 4 } })
  expect(await planOf(bytes)).toMatchObject({ counts: { new: 0, changed: 0, unchanged: 4, refused: 14 } })
})

test('neither log, audit nor answer holds what the list says about people', async () => {
  const bytes = await sample('ho-so-kho.xlsx')
  log.length = 0
  const plan = await planOf(bytes)
  await apply(bytes, plan.mark)
  const dump = await dumpDatabase(server.db)
  expect(log.join('')).toContain('/api/desk/applications/import/apply')
  for (const fact of ['Người Mẫu', '900000105', '0900 000 106', 'KHO.2611']) {
    expect(log.join('')).not.toContain(fact)
    expect(JSON.stringify(await auditOf(server.db))).not.toContain(fact)
    expect(fact === 'KHO.2611' || !JSON.stringify(plan).includes(fact)).toBe(true)
    expect(fact === 'KHO.2611' || !dump.includes(fact)).toBe(true)
  }
})

test.for([
  ['an empty file', Buffer.alloc(0), /trống/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /\.xls cũ/],
  ['a table without codes', Buffer.from('a;b\n1;2'), /“Mã hồ sơ”/],
] as const)('%s is refused with a sentence, and cannot be applied', async ([, bytes, words]) => {
  const answer = await preview(bytes)
  expect(answer).toMatchObject({ data: { outcome: 'refused', reason: expect.stringMatching(words) } })
  expect(await apply(bytes, someMark)).toMatchObject(conflict)
})

test('a list above 20 MB is too large, one of 20 MB is read', async () => {
  const large = Buffer.alloc(limits.fileBytes + 1, 'a')
  expect(await preview(large)).toMatchObject({ error: { code: 'too-large' } })
  expect(await preview(large.subarray(1))).toMatchObject({ data: { outcome: 'refused' } })
})

const other = async (): Promise<Client> => (await at(['records'])).client
test.for([
  [
    'another step',
    async (): Promise<void> => void (await imported(sheet({ status: 'Đang xử lý' }), await other())),
  ],
  [
    'a code that was taken in at the counter',
    async (): Promise<void> => void (await addApplication(server.db, server.keys, { code: 'HS-000002' })),
  ],
] as const)('after %s nothing of the list is written', async ([, happens]) => {
  await imported(sheet({}))
  const bytes = sheet({ status: 'Mời đến nhận' }, { code: 'HS-000002' })
  const { mark } = await planOf(bytes)
  await happens()
  const between = await state()
  expect(await apply(bytes, mark)).toMatchObject(conflict)
  expect(await state()).toEqual(between)
})

test('another file than the one that was shown is not taken', async () => {
  const { mark } = await planOf(sheet({}))
  expect(await apply(sheet({ phone: '0900000002' }), mark)).toMatchObject(conflict)
  expect(await apply(sheet({}), someMark)).toMatchObject(conflict)
  expect(await state()).toEqual([])
})

test('sent again, also at the same time, it is written once and answers as before, to the same officer', async () => {
  const bytes = sheet({}, { code: 'HS-000002' })
  const { mark } = await planOf(bytes)
  const answers = await Promise.all([apply(bytes, mark), apply(bytes, mark)])
  expect([...answers, await apply(bytes, mark)]).toEqual(
    Array.from({ length: 3 }, () => ({ ok: true, data: { written: 2 } })),
  )
  expect(await state()).toHaveLength(2)
  expect(await apply(bytes, mark, await other())).toMatchObject(conflict)
})

test('where the list has no date, the file is promised as at the counter', async () => {
  const bytes = sheet({ promised: '' })
  expect((await planOf(bytes)).changes[0]?.text).toBe(
    'hồ sơ mới, hẹn 16/11/2026 (tính theo thời hạn của thủ tục)',
  )
  await imported(bytes)
  expect(await state()).toMatchObject([{ promisedOn: '2026-11-16' }])
})

test('a step that came by a list answers why it is late, and whoever asked to be told is told', async () => {
  await addApplication(server.db, server.keys, { steps: [step({ promisedOn: '2026-11-20' })] })
  await server.db.query(
    `insert into late_questions (application_id, asked_at, due_on) values (1, '2026-11-23T02:00:00Z', '2026-11-25')`,
  )
  await addWish(server.db, server.keys, '7001')
  const bytes = sheet({ promised: '30/11/2026', status: 'Đang xử lý', reason: 'Máy in thẻ hỏng.' })
  expect((await planOf(bytes)).changes[0]?.text).toContain(
    'Đã tiếp nhận → Đang xử lý; ngày hẹn 20/11/2026 → 30/11/2026',
  )
  await imported(bytes)
  expect(await server.db.query('select step_id as step from update_changes')).toEqual([{ step: 2 }])
  expect(await server.db.query('select answered_by as step from late_questions')).toEqual([{ step: 2 }])
})

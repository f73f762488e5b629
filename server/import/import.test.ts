import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { ApplicationStatus } from '#contract/application-status.ts'
import { enteredFrom } from '#contract/application-status.ts'
import { appendSteps } from '../applications/append-step.ts'
import type { Content } from '../content/content.ts'
import { loadContent } from '../content/load-content.ts'
import { addApplication } from '../testing/builders.ts'
import { dumpDatabase } from '../testing/dump-database.ts'
import { startTestServer } from '../testing/start-test-server.ts'
import { importFile } from './import-file.ts'
import { rowContext } from './row-context.ts'
import { nastyOutcome, nastySheet } from './samples.fixture.ts'
import { writeCsv } from './write-csv.fixture.ts'
import { writeXlsx } from './write-xlsx.fixture.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let content: Content
beforeAll(async () => {
  content = await loadContent(join(import.meta.dirname, '../../content'))
  server = await startTestServer()
})
afterEach(() => server.empty())
afterAll(() => server.close())

const now = new Date('2026-11-26T03:00:00Z')

async function run(bytes: Buffer, options: { confirm?: boolean; skipRefused?: boolean } = {}) {
  const said: string[] = []
  const done = await importFile(bytes, {
    db: server.db,
    rows: rowContext(content, { key: server.keys.lookups, within: ['*'], station: 'ben-cat', now }),
    append: appendSteps,
    say: (text) => said.push(text),
    progress: () => undefined,
    confirm: async () => options.confirm ?? true,
    skipRefused: options.skipRefused ?? false,
    showAll: true,
  })
  return { done, said: said.join('\n') }
}

const headings = [
  'Mã hồ sơ',
  'Thủ tục',
  'SĐT',
  'Ngày nhận',
  'Ngày hẹn',
  'Trạng thái',
  'Ngày cập nhật',
  'Lý do',
]
type Line = Partial<
  Record<'code' | 'procedure' | 'phone' | 'promised' | 'status' | 'changed' | 'reason', string>
>
const sheet = (...lines: Line[]) =>
  Buffer.from(
    writeCsv(
      [
        headings,
        ...lines.map((line) => [
          line.code ?? 'HS-000001',
          line.procedure ?? 'Cấp đổi thẻ căn cước',
          line.phone ?? '0900000001',
          '05/11/2026',
          line.promised ?? '16/11/2026',
          line.status ?? 'Đã tiếp nhận',
          line.changed ?? '',
          line.reason ?? '',
        ]),
      ],
      ';',
    ),
  )

const steps = () =>
  server.db.query<{
    status: ApplicationStatus
    promisedOn: string | null
    reason: string | null
    source: string
  }>(`select status, promised_on as "promisedOn", reason, source from application_steps order by id`)
const lookup = (factor: string, code = 'HS-000001') =>
  server.client.applications.lookup({ body: { code, factor } })

test('a new file opens with the last digits and with the whole number', async () => {
  expect(await run(sheet({}))).toMatchObject({ done: true, said: expect.stringContaining('Mới: 1') })
  expect(await lookup('0001')).toMatchObject({
    data: { status: 'received', promisedOn: '2026-11-16', guideSlug: 'cap-doi-can-cuoc' },
  })
  expect(await lookup('0900000001')).toMatchObject({ ok: true })
})

test('nothing is written before it is confirmed', async () => {
  expect((await run(sheet({}), { confirm: false })).done).toBe(false)
  expect(await server.db.query('select from applications')).toEqual([])
})

test('what each column was taken for is said, and which procedures no guide has', async () => {
  const { said } = await run(sheet({ procedure: 'Cấp mới thẻ xanh' }, { code: 'HS-000002' }))
  expect(said).toContain('Đọc các cột: A “Mã hồ sơ”, B “Thủ tục”, C “SĐT” (Số điện thoại), D “Ngày nhận”,')
  expect(said).toContain('Không có hướng dẫn nào tên là “Cấp mới thẻ xanh”: hồ sơ vẫn được nhận')
  expect((await run(sheet({}))).said).not.toContain('Không có hướng dẫn')
})

test('the same file twice changes nothing', async () => {
  const bytes = writeXlsx(nastySheet)
  await run(bytes, { skipRefused: true })
  const before = await dumpDatabase(server.db)
  const again = await run(bytes, { skipRefused: true })
  expect(again.said).toContain('Mới: 0 · Thay đổi: 0 · Không đổi: 4')
  expect((await dumpDatabase(server.db)).equals(before)).toBe(true)
})

test('one refused row stops all, unless one asks to leave it out; the report names each', async () => {
  const first = await run(writeXlsx(nastySheet))
  expect(first.done).toBe(false)
  expect(await server.db.query('select from applications')).toEqual([])
  for (const [row, fields] of Object.entries(nastyOutcome)) {
    expect(first.said.includes(`Dòng ${row}, `) || first.said.includes(`Dòng ${row} (`)).toBe(
      fields.length > 0,
    )
  }
  expect(first.said).toMatch(/Không nhận: 14 dòng/)
  expect((await run(writeXlsx(nastySheet), { skipRefused: true })).done).toBe(true)
  expect(await server.db.query('select from applications')).toHaveLength(4)
})

test('a later state appends every state on the shortest allowed way, and never rewrites', async () => {
  await run(sheet({}))
  const { said } = await run(sheet({ status: 'Mời đến nhận', changed: '12/11/2026' }))
  expect(said).toContain('Đã tiếp nhận → Đang xử lý → Mời đến nhận')
  const all = await steps()
  expect(all.map(({ status }) => status)).toEqual(['received', 'in_progress', 'ready'])
  for (const [index, { status }] of all.entries()) {
    if (index > 0) expect(enteredFrom[status]).toContain(all[index - 1]!.status)
  }
  expect(all.every(({ source }) => source === 'import')).toBe(true)
})

test.for([
  ['Đã trả kết quả', 'Đang xử lý'],
  ['Từ chối giải quyết', 'Đang xử lý'],
  ['Mời đến nhận', 'Đã tiếp nhận'],
] as const)('no way leads from %s to %s: refused with both names', async ([from, to]) => {
  await run(sheet({ status: from }))
  const before = await steps()
  const { done, said } = await run(sheet({ status: to }))
  expect(done).toBe(false)
  expect(said).toContain(`đang ở “${from}”, không thể chuyển sang “${to}”`)
  expect(await steps()).toEqual(before)
})

test('the promised date moves only with a reason, by a step that keeps both dates', async () => {
  await run(sheet({}))
  const without = await run(sheet({ promised: '20/11/2026' }))
  expect(without.said).toContain('Ngày hẹn đổi từ 16/11/2026 sang 20/11/2026. Bạn ghi lý do')
  await run(sheet({ promised: '20/11/2026', reason: 'Máy in thẻ hỏng.' }))
  expect((await steps()).map(({ status, promisedOn, reason }) => [status, promisedOn, reason])).toEqual([
    ['received', '2026-11-16', null],
    ['received', '2026-11-20', 'Máy in thẻ hỏng.'],
  ])
  expect((await run(sheet({ promised: '20/11/2026', reason: 'Máy in thẻ hỏng.' }))).said).toContain(
    'Không đổi: 1',
  )
})

test('a date that moved before the result came stands before it, in the state where the file was', async () => {
  await run(sheet({ status: 'Đang xử lý' }))
  await run(sheet({ status: 'Mời đến nhận', promised: '30/11/2026', reason: 'Máy in thẻ hỏng.' }))
  expect(
    (await steps()).slice(2).map(({ status, promisedOn, reason }) => [status, promisedOn, reason]),
  ).toEqual([
    ['in_progress', '2026-11-30', 'Máy in thẻ hỏng.'],
    ['ready', null, null],
  ])
  expect((await run(sheet({ status: 'Mời đến nhận', promised: '05/12/2026' }))).said).toContain(
    'Không đổi: 1',
  )
})

test('a procedure without a number of days promises nothing, until a list brings the date', async () => {
  await run(sheet({ procedure: 'Thủ tục khác', promised: '' }))
  expect(await steps()).toMatchObject([{ promisedOn: null }])
  await run(sheet({ procedure: 'Thủ tục khác', promised: '20/11/2026' }))
  expect(await steps()).toMatchObject([
    { status: 'received' },
    { status: 'received', promisedOn: '2026-11-20' },
  ])
})

test('no date is promised before the day on which it was written', async () => {
  await run(sheet({}))
  const { said } = await run(
    sheet({ status: 'Đang xử lý', changed: '20/11/2026', promised: '18/11/2026', reason: 'x' }),
  )
  expect(said).toContain('cột E (Ngày hẹn): Ngày hẹn mới trước ngày cập nhật')
})

test('an empty date keeps the promise', async () => {
  await run(sheet({}))
  expect((await run(sheet({ promised: '' }))).said).toContain('Không đổi: 1')
})

test('a change dated before the last step is refused', async () => {
  await run(sheet({ status: 'Đang xử lý', changed: '20/11/2026' }))
  const { said } = await run(sheet({ status: 'Mời đến nhận', changed: '19/11/2026' }))
  expect(said).toContain('trước lần cập nhật cuối (20/11/2026)')
})

test('another phone is a change of facts: the old factor opens nothing any more, and no step is added', async () => {
  await run(sheet({}))
  expect((await run(sheet({ phone: '0900000009' }))).said).toContain('sửa số kiểm tra, số điện thoại')
  expect(await lookup('0001')).toMatchObject({ error: { code: 'not-found' } })
  expect(await lookup('0009')).toMatchObject({ ok: true })
  expect(await steps()).toHaveLength(1)
})

test('an invented file is not touched', async () => {
  await addApplication(server.db, server.keys, { demo: true })
  expect((await run(sheet({}))).said).toContain('hồ sơ minh họa')
})

test('a failure in the middle leaves nothing behind', async () => {
  const many = Array.from({ length: 1_200 }, (_, index) => ({ code: `HS-${100_000 + index}` }))
  await server.db.query('alter table applications add constraint broken check (code <> $$HS-101199$$)')
  try {
    await expect(run(sheet(...many))).rejects.toThrow()
    expect(await server.db.query('select from applications')).toEqual([])
  } finally {
    await server.db.query('alter table applications drop constraint broken')
  }
})

test('two imports of one file at the same time write it once', async () => {
  const outcomes = await Promise.allSettled([run(sheet({})), run(sheet({}))])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await server.db.query('select from applications')).toHaveLength(1)
  expect(await steps()).toHaveLength(1)
})

test('neither names nor numbers are stored or said', async () => {
  const { said } = await run(writeXlsx(nastySheet), { skipRefused: true })
  const dump = await dumpDatabase(server.db)
  for (const fact of ['Người Mẫu', '0900000105', '900000105', '0900 000 106']) {
    expect(dump.includes(fact)).toBe(false)
    expect(said).not.toContain(fact)
  }
})

test.for([
  ['a Sunday', '29/11/2026', 'Ngày hẹn là ngày nghỉ. Bạn ghi ngày làm việc, ví dụ 30/11/2026.'],
  ['a holiday', '01/01/2027', 'Ngày hẹn là ngày nghỉ. Bạn ghi ngày làm việc, ví dụ 04/01/2027.'],
] as const)(
  'a new file is not promised for %s, and neither is one that is moved',
  async ([, promised, words]) => {
    expect((await run(sheet({ promised }))).said).toContain(words)
    expect(await steps()).toEqual([])
    await run(sheet({}))
    const moved = await run(sheet({ promised, reason: 'Máy in hỏng.', changed: '26/11/2026' }))
    expect(moved.said).toContain(words)
    expect(await steps()).toHaveLength(1)
  },
)

test('what was promised before today is history, whatever day it was', async () => {
  expect((await run(sheet({ promised: '15/11/2026' }))).said).not.toContain('ngày nghỉ')
  expect(await steps()).toMatchObject([{ promisedOn: '2026-11-15' }])
})

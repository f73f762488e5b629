import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addArticle } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'

/** Pages are kept for half a minute: every test reads long after the one before. */
let now = Date.parse('2026-11-24T03:00:00Z')
const clock = () => new Date(now)
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer({ clock })
})
afterEach(async () => {
  now += 60_000
  await server.empty()
})
afterAll(() => server.close())

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const ask = (query: string) => server.app.inject(`/api/news?${query}`)
const page = async (query: { cursor?: string; category?: string } = {}, client = server.client) => {
  const result = await client.news.list({ query })
  if (!result.ok) throw new Error(result.error.code)
  return result.data
}
async function readAll(category?: string, between?: () => Promise<void>) {
  const slugs: string[] = []
  for (let cursor: string | undefined, more = true; more;) {
    const { articles, nextCursor } = await page({ ...(cursor && { cursor }), ...(category && { category }) })
    slugs.push(...articles.map(({ slug }) => slug))
    cursor = nextCursor
    more = cursor !== undefined
    await between?.()
  }
  return slugs
}
/** Newest first; several share an instant, so that the order hangs on the id too. */
async function addMany(count: number) {
  for (let at = 0; at < count; at += 1) {
    const minute = String(Math.floor(at / 7)).padStart(2, '0')
    await addArticle(server.db, {
      slug: `tin-${at}`,
      publishedAt: `2026-11-20T01:${minute}:00.${String(at % 3)}00Z`,
      category: at % 2 ? 'canh-bao' : 'an-ninh',
    })
  }
}

test.for([
  ['an unknown category', 'category=khong-co', { category: 'not-allowed' }],
  ['a category of another form', 'category=An%20ninh', { category: 'format' }],
  ['an empty category', 'category=', { category: 'format' }],
  ['two categories', 'category=an-ninh&category=canh-bao', { category: 'format' }],
  ['an empty cursor', 'cursor=', { cursor: 'format' }],
  ['a page number', 'cursor=2', { cursor: 'format' }],
  ['a negative page number', 'cursor=-1', { cursor: 'format' }],
  ['a cursor with other signs', 'cursor=%00', { cursor: 'format' }],
  ['an endless cursor', `cursor=${'A'.repeat(5000)}`, { cursor: 'format' }],
  ['two cursors', 'cursor=a&cursor=b', { cursor: 'format' }],
  ['a cursor that is SQL', `cursor=${encode(['now(); drop table articles', 1])}`, { cursor: 'format' }],
  ['a cursor of the future', `cursor=${encode(['5000-01-01T00:00:00Z', 1])}`, { cursor: 'format' }],
  ['a cursor before all time', `cursor=${encode(['0000-01-01T00:00:00Z', 1])}`, { cursor: 'format' }],
] as const)('%s is invalid', async ([, query, fields]) => {
  const answer = await ask(query)
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields } })
})

test.for([
  ['a day that does not exist', ['2026-02-31T00:00:00Z', 1]],
  ['a zone that does not exist', ['2026-11-20T01:00:00+23:00', 1]],
  ['the largest id', ['2026-11-20T01:00:00Z', Number.MAX_SAFE_INTEGER]],
] as const)('a forged cursor with %s is refused or answered, never a failure', async ([, value]) => {
  expect([200, 422]).toContain((await ask(`cursor=${encode(value)}`)).statusCode)
})

test.for([
  ['unknown', 'khong-co', 404],
  ['as long as can be', 'a'.repeat(120), 404],
  ['too long', 'a'.repeat(121), 422],
  ['of another form', 'Tin Tuc', 422],
] as const)('an article whose name is %s is refused', async ([, slug, status]) => {
  expect((await server.app.inject(`/api/news/${encodeURIComponent(slug)}`)).statusCode).toBe(status)
})

test('no news is an empty page without a next one', async () => {
  expect(await page()).toEqual({ articles: [] })
})

test('pages follow each other without gap and without repetition, newest first', async () => {
  await addMany(53)
  const slugs = await readAll()
  const stored = await server.db.query<{ slug: string }>(
    'select slug from articles order by published_at desc, id desc',
  )
  expect(slugs).toEqual(stored.map(({ slug }) => slug))
  expect(slugs).toHaveLength(53)
})

test('a reader who scrolls while news arrive misses nothing and sees nothing twice', async () => {
  await addMany(45)
  const before = await server.db.query<{ slug: string }>('select slug from articles')
  let arrived = 0
  const slugs = await readAll(undefined, async () => {
    arrived += 1
    await addArticle(server.db, { slug: `moi-${arrived}`, publishedAt: `2026-11-23T0${arrived}:00:00Z` })
    now += 60_000
  })
  expect(new Set(slugs)).toEqual(new Set(before.map(({ slug }) => slug)))
  expect(slugs).toHaveLength(45)
})

test.for([
  ['exactly one page', 20, [20]],
  ['one more than a page', 21, [20, 1]],
] as const)('%s ends without an empty page', async ([, count, sizes]) => {
  await addMany(count)
  const first = await page()
  const pages = [first, ...(first.nextCursor ? [await page({ cursor: first.nextCursor })] : [])]
  expect(pages.map(({ articles }) => articles.length)).toEqual(sizes)
  expect(pages.at(-1)?.nextCursor).toBeUndefined()
})

test('a category shows its own articles only, page by page', async () => {
  await addMany(50)
  const slugs = await readAll('canh-bao')
  expect(slugs).toHaveLength(25)
  expect(slugs.every((slug) => Number(slug.slice(4)) % 2 === 1)).toBe(true)
})

test('an article opens cold by its name, the longest one too', async () => {
  const slug = 'a'.repeat(120)
  const body = [
    { kind: 'heading' as const, text: 'Đầu đề' },
    { kind: 'list' as const, items: ['một', 'hai'] },
  ]
  await addArticle(server.db, { slug, title: 'Cảnh báo <script>', body })
  expect(await server.client.news.get({ params: { slug } })).toEqual({
    ok: true,
    data: {
      slug,
      title: 'Cảnh báo <script>',
      summary: 'Tóm tắt.',
      category: 'an-ninh',
      publishedAt: '2026-11-20T01:00:00.000Z',
      updatedAt: null,
      cover: null,
      demo: false,
      body,
    },
  })
})

test('what has not changed is not sent again, what was published since is', async () => {
  await addArticle(server.db, { slug: 'mot' })
  const first = await ask('')
  const again = () =>
    server.app.inject({ url: '/api/news', headers: { 'if-none-match': String(first.headers.etag) } })
  expect((await again()).statusCode).toBe(304)
  await addArticle(server.db, { slug: 'hai' })
  now += 31_000
  const fresh = await again()
  expect(fresh.statusCode).toBe(200)
  expect(fresh.json()).toMatchObject({ articles: [{ slug: 'hai' }, { slug: 'mot' }] })
})

test('invented articles are marked, and hidden where there is no demonstration', async () => {
  await addArticle(server.db, { slug: 'that' })
  await addArticle(server.db, { slug: 'bia', demo: true, publishedAt: '2026-11-21T01:00:00Z' })
  const real = await startTestServer({ db: server.db, demo: false, clock })
  expect((await page()).articles.map(({ slug, demo }) => [slug, demo])).toEqual([
    ['bia', true],
    ['that', false],
  ])
  expect((await page({}, real.client)).articles.map(({ slug }) => slug)).toEqual(['that'])
  expect(await real.client.news.get({ params: { slug: 'bia' } })).toMatchObject({
    error: { code: 'not-found' },
  })
  await real.close()
})

test('a page asked for in gzip holds the same', async () => {
  await addMany(5)
  const plain = await ask('')
  const zipped = await server.app.inject({ url: '/api/news', headers: { 'accept-encoding': 'gzip' } })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
})

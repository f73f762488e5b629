import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseUnavailable } from '../db/database.ts'
import { addArticle } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let portal: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  portal = await startTestServer()
})
afterEach(() => portal.empty())
afterAll(() => portal.close())

/** Answers are kept for a while, so every test asks something of its own. */
async function find(q: string, from = portal) {
  const found = await from.client.search.find({ query: { q } })
  if (!found.ok) throw new Error(found.error.code)
  return found.data.results
}
const namesOf = (results: { kind: string; id: string }[]) => results.map(({ kind, id }) => `${kind} ${id}`)

describe('who is refused', () => {
  test.for([
    ['nothing', '', 'required'],
    ['an empty query', '?q=', 'too-short'],
    ['only spaces', '?q=%20%20', 'too-short'],
    ['101 letters', `?q=${'a'.repeat(101)}`, 'too-long'],
    ['NUL', '?q=a%00b', 'format'],
    ['half a surrogate pair', '?q[]=a&q[]=b', 'required'],
    ['two queries', '?q=a&q=b', 'format'],
  ] as const)('%s', async ([, query, issue]) => {
    const answer = await portal.app.inject({ url: `/api/search${query}` })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields: { q: issue } } })
  })

  test.for(['0', '21', '100', '-1', '1.5', 'x', ''])('a limit of “%s”', async (limit) => {
    const answer = await portal.app.inject({ url: `/api/search?q=the&limit=${limit}` })
    expect(answer.json()).toMatchObject({ error: { code: 'invalid', fields: { limit: 'format' } } })
  })

  test('who asks faster than people type', async () => {
    const other = await startTestServer({ db: portal.db })
    const ask = () => other.app.inject({ url: '/api/search?q=tam' })
    for (let count = 0; count < 300; count += 1) expect((await ask()).statusCode).toBe(200)
    const refused = await ask()
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    await other.close()
  })
})

describe('what people write', () => {
  test.for([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table articles; --",
    "') & ('",
    '!(a|b)&c:*',
    '\\',
    '%',
    '_',
    '__proto__',
    '😀😀😀',
    '\u202e\u200b',
    'á'.repeat(100),
    'x '.repeat(49),
    'mất cccd '.repeat(11),
    '1'.repeat(100),
  ])('“%s” is only text', async (q) => {
    await addArticle(portal.db, { slug: 'tin', title: 'Mất thẻ' })
    const answer = await portal.app.inject({ url: '/api/search', query: { q } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toContain('application/json')
    expect(await portal.db.query('select slug from articles')).toHaveLength(1)
  })
})

describe('one list', () => {
  test('guides, stations, hotlines and news, each with where it leads', async () => {
    await addArticle(portal.db, { slug: 'khoa-vneid', title: 'Khóa VNeID khi mất điện thoại', demo: true })
    const results = await find('vneid')
    expect(results.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['guide', 'hotline', 'article']))
    expect(results.find(({ kind }) => kind === 'article')).toMatchObject({
      path: '/news/khoa-vneid',
      publishedAt: '2026-11-20T01:00:00.000Z',
      demo: true,
    })
    expect(results.find(({ kind }) => kind === 'guide')?.path).toMatch(/^\/guides\/[a-z0-9-]+$/)
    expect(results.find(({ kind }) => kind === 'hotline')).toMatchObject({ path: null, phone: '19000368' })
    expect((await find('công an phường'))[0]).toMatchObject({
      kind: 'station',
      path: '/stations/ben-cat',
    })
  })

  test('no more than asked for', async () => {
    const found = await portal.client.search.find({ query: { q: 'căn cước', limit: '3' } })
    expect(found.ok && found.data.results).toHaveLength(3)
  })

  test('the words that find are not sent along', async () => {
    expect(Object.keys((await find('tách hộ'))[0]!)).not.toEqual(
      expect.arrayContaining(['keywords', 'words']),
    )
  })

  test('an abolished procedure says so', async () => {
    expect((await find('xác nhận số cmnd'))[0]).toMatchObject({ kind: 'guide', abolished: true })
  })
})

describe('news', () => {
  beforeEach(async () => {
    const body = (text: string) => [{ kind: 'paragraph' as const, text }]
    await addArticle(portal.db, {
      slug: 'in-body',
      body: body('Hồ cá kiểng ở khu phố.'),
      publishedAt: '2026-11-22T01:00:00Z',
    })
    await addArticle(portal.db, { slug: 'in-title', title: 'Trộm cá kiểng' })
    await addArticle(portal.db, { slug: 'in-list', body: [{ kind: 'list', items: ['Đừng nuôi cá sấu.'] }] })
    await addArticle(portal.db, { slug: 'invented', title: 'Đua thuyền rồng', demo: true })
  })
  const news = async (q: string, from = portal) =>
    (await find(q, from)).filter(({ kind }) => kind === 'article').map(({ id }) => id)

  test('the title comes before the body, even an older one', async () => {
    expect(await news('cá kiểng')).toEqual(['in-title', 'in-body'])
  })

  test.for([
    ['ca sau', 'in-list'],
    ['CÁ SẤU', 'in-list'],
    ['cá sấu'.normalize('NFD'), 'in-list'],
    ['cas saaus', 'in-list'],
    ['kieengr ca trom', 'in-title'],
    ['thuyeenf roongf', 'invented'],
    ['đua thuyen rogn', 'invented'],
    ['thuyen ron', 'invented'],
    ['tôi hỏi về cá sấu', 'in-list'],
  ] as const)('“%s” finds %s', async ([q, slug]) => {
    expect((await news(q))[0]).toBe(slug)
  })

  test('invented articles are not found when this is no demonstration', async () => {
    const real = await startTestServer({ db: portal.db, demo: false })
    expect(await news('thuyền rồng', real)).toEqual([])
    expect(await news('cá kiểng nào', real)).toEqual(['in-title', 'in-body'])
    await real.close()
  })

  test('words that stand everywhere are looked for among the newest, with the same answer', async () => {
    await portal.db.query('update article_words set articles = 1000000')
    expect(await news('kiểng cá')).toEqual(['in-title', 'in-body'])
  })

  test('a changed article is found by its new words only', async () => {
    await portal.db.query(`update articles set title = 'Nuôi chim yến' where slug = 'in-title'`)
    expect(await news('chim yến')).toEqual(['in-title'])
    expect(await news('trộm kiểng')).toEqual([])
  })

  test('one word too many does not lose the rest', async () => {
    expect(await news('trộm cá kiểng sấu')).toContain('in-title')
  })
})

describe('the phone’s own index', () => {
  test('holds everything but the news, and is sent once', async () => {
    await addArticle(portal.db, { slug: 'tin' })
    const answer = await portal.app.inject({ url: '/api/search/index' })
    const { entries, words } = answer.json<{ entries: { kind: string }[]; words: object }>()
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(
      new Set(['guide', 'station', 'hotline', 'form', 'page']),
    )
    expect(words).toHaveProperty('same')
    const again = await portal.app.inject({
      url: '/api/search/index',
      headers: { 'if-none-match': String(answer.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  test('costs a phone a few kilobytes', async () => {
    const { rawPayload } = await portal.app.inject({
      url: '/api/search/index',
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(rawPayload.length).toBeLessThan(20_000)
  })
})

test('a database that does not answer is said to be unavailable, and the index still comes', async () => {
  const gone = () => Promise.reject(new DatabaseUnavailable('gone'))
  const down = await startTestServer({
    db: { kind: 'embedded', query: gone, tx: gone, close: async () => undefined },
  })
  const found = await down.client.search.find({ query: { q: 'mất thẻ' } })
  expect(found).toMatchObject({ ok: false, error: { code: 'unavailable' } })
  expect((await down.client.search.index()).ok).toBe(true)
  await down.close()
})

test('the same question finds the same, in the same order', async () => {
  expect(namesOf(await find('làm lại căn cước bị mất'))).toEqual(
    namesOf(await find('làm lại căn cước bị mất ')),
  )
})

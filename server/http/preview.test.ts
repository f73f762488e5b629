import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer } from '../testing/start-test-server.ts'
import { previewWorker } from './preview-worker.ts'

const page =
  '<!doctype html><title>Cổng</title><script type="module" src="/assets/app.js"></script><div id="app"></div>'
/** As the build leaves it; the signs are those that a careless replacement would take for its own. */
const drawing = 'export const drawHome = (unit, news) => `<h1>$& ${unit.name}: ${news.articles.length}</h1>`'
let wwwDir: string
let filesDir: string
let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  wwwDir = await mkdtemp(join(tmpdir(), 'portal-www-'))
  filesDir = await mkdtemp(join(tmpdir(), 'portal-shown-'))
  await mkdir(join(wwwDir, 'assets'))
  await mkdir(join(filesDir, 'pictures'))
  await mkdir(join(filesDir, 'keys'))
  await writeFile(join(wwwDir, 'index.html'), page)
  await writeFile(join(wwwDir, 'app-config.json'), '{}')
  await mkdir(`${wwwDir}-home`)
  await writeFile(`${wwwDir}-home/draw-home.mjs`, drawing)
  await writeFile(join(wwwDir, 'icon.svg'), '<svg/>')
  await writeFile(join(wwwDir, 'assets/app.js'), 'start()')
  await writeFile(join(filesDir, 'pictures/abc-480.webp'), 'picture')
  await writeFile(join(filesDir, 'keys/portal.key'), 'secret')
  server = await startTestServer({ wwwDir, filesDir })
})
afterAll(async () => {
  await server.close()
  await rm(wwwDir, { recursive: true })
  await rm(`${wwwDir}-home`, { recursive: true })
  await rm(filesDir, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

test.for([
  '/api',
  '/api/',
  '/api/khong-co',
  '/api?x=1',
  '/assets/missing.js',
  '/assets/',
  '/files/pictures/missing.webp',
  '/files/anything',
])('%s is not answered with the page: a missing thing must not look like one', async (url) => {
  const answer = await get(url)
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ error: { code: 'not-found' } })
})

test.for([
  '/files/pictures/../keys/portal.key',
  '/files/pictures/..%2fkeys%2fportal.key',
  '/files/pictures/%2e%2e/keys/portal.key',
  '/files/pictures//etc/passwd',
  '/files/keys/portal.key',
  '/../package.json',
  '/..%2fpackage.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e%2findex.html',
])('%s leads out of no folder', async (url) => {
  const answer = await get(url)
  expect(answer.body).not.toMatch(/secret|root:|"dependencies"/)
  expect(answer.statusCode === 404 || answer.body.includes('<title>Cổng</title>')).toBe(true)
})

test('writing to a page is not found', async () => {
  const answer = await server.app.inject({ method: 'POST', url: '/tin-bao', payload: {} })
  expect(answer.statusCode).toBe(404)
  expect(answer.json()).toMatchObject({ error: { code: 'not-found' } })
})

test.for([
  '/',
  '/index.html',
  '/tin-tuc/canh-bao-lua-dao',
  '/ho-so?ma=HS-000001',
  '/apinews',
  '/app-config.json',
])('%s opens the page cold, never from an old copy', async (url) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(answer.headers['cache-control']).toBe('no-cache')
  expect(answer.body).toContain('src="/assets/app.js"')
})

test('built files have names that never change meaning, so they are kept for good', async () => {
  const answer = await get('/assets/app.js')
  expect([answer.statusCode, answer.body]).toEqual([200, 'start()'])
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(answer.headers['content-type']).toMatch(/javascript/)
})

test('other built files are asked for again', async () => {
  const answer = await get('/icon.svg')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).not.toContain('immutable')
})

test('pictures are kept for good and may be shown inside Zalo', async () => {
  const answer = await get('/files/pictures/abc-480.webp', { origin: 'https://h5.zdn.vn' })
  expect([answer.statusCode, answer.body]).toEqual([200, 'picture'])
  expect(answer.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
  })
  expect(['*', 'https://h5.zdn.vn']).toContain(answer.headers['access-control-allow-origin'])
})

test.for(['bytes=100-200', 'bytes=5-1', 'lines=1', 'bytes=abc'])(
  'a range of a picture that does not exist (%s) is refused or ignored, never a failure',
  async (range) => {
    const answer = await get('/files/pictures/abc-480.webp', { range })
    expect([200, 422]).toContain(answer.statusCode)
  },
)

const worker = async (dir = wwwDir) => previewWorker(dir, await readFile(join(dir, 'index.html'), 'utf8'))
const versionIn = (text: string) => /version = "(\w+)"/.exec(text)?.[1]

test('the service worker is asked for anew at every visit and names every file of the build', async () => {
  const answer = await get('/preview-worker.js')
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(answer.headers['cache-control']).toBe('no-cache')
  expect(answer.body).toContain('files = ["/assets/app.js"]')
  expect(answer.body).toBe(await worker())
})

test.for([
  ['another file', 'assets/more.js', 'more()'],
  ['another page', 'index.html', `${page}<p>`],
] as const)('%s makes another version', async ([, name, text]) => {
  const next = await mkdtemp(join(tmpdir(), 'portal-next-'))
  await cp(wwwDir, next, { recursive: true })
  expect(versionIn(await worker(next))).toBe(versionIn(await worker()))
  await writeFile(join(next, name), text)
  expect(versionIn(await worker(next))).not.toBe(versionIn(await worker()))
  await rm(next, { recursive: true })
})

test('what only Zalo needs is not kept by a browser', async () => {
  await writeFile(join(wwwDir, 'assets/sdk.hash.module.js'), 'sdk()')
  expect(await worker()).not.toContain('sdk.hash')
})

test('home comes drawn with its data, and only home', async () => {
  const { name } = (await get('/api/unit')).json<{ name: string }>()
  const { articles } = (await get('/api/news')).json<{ articles: unknown[] }>()
  const { body } = await get('/')
  expect(body).toContain(`<div id="app"><h1>$& ${name}: ${articles.length}</h1></div>`)
  const data = /<script type="application\/json" id="home-data">(.*?)<\/script>/s.exec(body)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({ unit: { name }, news: { articles } })
  expect((await get('/guides')).body).toContain('<div id="app"></div>')
})

test('home that cannot be drawn comes empty, and its data are asked for at once', async () => {
  const broken = await startTestServer({ wwwDir })
  await broken.db.query('alter table articles rename to hidden_articles')
  const { body } = await broken.app.inject('/')
  expect(body).toContain('<div id="app"></div>')
  expect(body).not.toContain('home-data')
  await broken.close()
})

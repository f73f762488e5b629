import type { InjectOptions } from 'fastify'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ErrorBody, errorStatus } from '#contract/error.ts'
import { tipDraft } from '../testing/builders.ts'
import { startTestServer } from '../testing/start-test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const json = { 'content-type': 'application/json' }
const post = (payload: string | Buffer, headers: Record<string, string> = json): InjectOptions => ({
  method: 'POST',
  url: '/api/tips',
  headers,
  payload,
})
const invalidUtf8 = Buffer.from(JSON.stringify(tipDraft()).replace('nhóm', 'nh\u00ffm'), 'latin1')

test.for<[string, InjectOptions, keyof typeof errorStatus]>([
  ['half a JSON', post('{"text":'), 'invalid'],
  ['a text instead of JSON', post('xin chào'), 'invalid'],
  ['JSON with a tail', post('{} {}'), 'invalid'],
  ['an empty body', post(''), 'invalid'],
  ['no body at all', { method: 'POST', url: '/api/tips' }, 'invalid'],
  ['null', post('null'), 'invalid'],
  ['a number', post('1e999'), 'invalid'],
  ['a list', post('[]'), 'invalid'],
  ['bytes that are no UTF-8', post(invalidUtf8), 'invalid'],
  ['UTF-16', post(Buffer.from(JSON.stringify(tipDraft()), 'utf16le')), 'invalid'],
  ['a __proto__ key', post('{"__proto__":{"admin":true}}'), 'invalid'],
  ['a hidden __proto__ key', post('{"contact":{"\\u005f_proto__":{}}}'), 'invalid'],
  ['a constructor.prototype key', post('{"constructor":{"prototype":{"admin":true}}}'), 'invalid'],
  ['a deep nest', post(`${'['.repeat(30_000)}${']'.repeat(30_000)}`), 'invalid'],
  ['a form', post('text=a', { 'content-type': 'application/x-www-form-urlencoded' }), 'invalid'],
  ['plain text', post('{}', { 'content-type': 'text/plain' }), 'invalid'],
  ['XML', post('<a/>', { 'content-type': 'application/xml' }), 'invalid'],
  ['a broken content type', post('{}', { 'content-type': 'json;;' }), 'invalid'],
  ['a packed body', post('{}', { ...json, 'content-encoding': 'gzip' }), 'invalid'],
  ['two megabytes', post(JSON.stringify({ text: 'a'.repeat(2_000_000) })), 'too-large'],
  ['just over the limit', post('a'.repeat(64 * 1024 + 1)), 'too-large'],
  ['an unknown path', { url: '/api/khong-co' }, 'not-found'],
  ['the root of the API', { url: '/api' }, 'not-found'],
  ['a path with a slash too many', { url: '/api/guides/' }, 'invalid'],
  ['a read where one writes', { url: '/api/tips' }, 'not-found'],
  ['a write where one reads', { method: 'POST', url: '/api/guides' }, 'not-found'],
  ['PUT', { method: 'PUT', url: '/api/tips', payload: {} }, 'not-found'],
  ['DELETE', { method: 'DELETE', url: '/api/news/a' }, 'not-found'],
  ['a far too long path', { url: `/api/guides/${'a'.repeat(15_000)}` }, 'invalid'],
  ['an endless path', { url: `/api/guides/${'a'.repeat(100_000)}` }, 'too-large'],
  ['an endless path to nowhere', { url: `/api/${'a/'.repeat(50_000)}` }, 'not-found'],
  ['broken percent signs', { url: '/api/guides/%zz' }, 'invalid'],
  ['percent signs that are no UTF-8', { url: '/api/guides/%ff%fe' }, 'invalid'],
  ['a broken percent sign outside the API', { url: '/%' }, 'invalid'],
  ['a NUL in the path', { url: '/api/guides/a%00b' }, 'invalid'],
  ['a path upwards', { url: '/files/pictures/..%2f..%2fkeys%2fportal.key' }, 'not-found'],
  ['a NUL in a file name', { url: '/files/pictures/%00' }, 'not-found'],
  ['a folder', { url: '/files/pictures/' }, 'not-found'],
  ['a missing picture', { url: '/files/pictures/a.jpg' }, 'not-found'],
])('%s is refused in the declared form, without a word about our inside', async ([, request, code]) => {
  const answer = await server.app.inject(request)
  expect([answer.statusCode, answer.json()]).toEqual([
    errorStatus[code],
    {
      error: expect.objectContaining({
        code,
        requestId: expect.stringMatching(/^[\w-]{10,}$/) as string,
      }) as object,
    },
  ])
  expect(v.is(ErrorBody, answer.json())).toBe(true)
  expect(answer.body).not.toMatch(/stack|node_modules|\.ts|FST_|Error:|select /)
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test('a polluted prototype stays clean', () => {
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
})

test('two refusals never have the same number', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const answer = await server.app.inject('/api/khong-co')
      return answer.json<ErrorBody>().error.requestId
    }),
  )
  expect(new Set(ids).size).toBe(20)
})

test('a number that the caller brings is not taken over', async () => {
  const answer = await server.app.inject({
    url: '/api/khong-co',
    headers: { 'request-id': 'forged', 'x-request-id': 'forged' },
  })
  expect(answer.body).not.toContain('forged')
})

test('a byte order mark and a charset do no harm', async () => {
  const draft = tipDraft()
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(draft))])
  const answer = await server.app.inject(post(marked, { 'content-type': 'application/json; charset=UTF-8' }))
  expect(answer.statusCode).toBe(200)
})

test('what is not declared is dropped, not stored and not refused', async () => {
  const answer = await server.app.inject(post(JSON.stringify({ ...tipDraft(), admin: true, id: 1 })))
  expect(answer.statusCode).toBe(200)
})

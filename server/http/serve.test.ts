import Fastify from 'fastify'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { endpoint } from '#contract/endpoint.ts'
import { answerErrors } from './error-answer.ts'
import { serve } from './serve.ts'

const greet = endpoint({
  method: 'GET',
  path: '/greet/:name',
  summary: '',
  params: v.object({ name: v.pipe(v.string(), v.maxLength(5)) }),
  query: v.object({ loud: v.optional(v.picklist(['yes', 'no']), 'no') }),
  response: v.object({ words: v.string() }),
  errors: ['invalid'],
})

function start(checkAnswers = true) {
  const app = Fastify()
  app.decorate('checkAnswers', checkAnswers)
  answerErrors(app)
  return app
}

// `npm run types` is what tests here: an unused @ts-expect-error is a compile error.
test('an answer or an input that the contract does not know does not compile', () => {
  const app = start()
  // @ts-expect-error a field is misspelt
  expect(() => serve(app, greet, () => ({ word: 'a' }))).not.toThrow()
  // @ts-expect-error a field has the wrong type
  expect(() => serve(start(), greet, async () => ({ words: 1 }))).not.toThrow()
  // @ts-expect-error a parameter is unknown
  expect(() => serve(start(), greet, ({ params }) => ({ words: params.surname }))).not.toThrow()
  // @ts-expect-error there is no body
  expect(() => serve(start(), greet, ({ body }) => ({ words: body.text }))).not.toThrow()
})

test('the handler sees parsed input, or is not called at all', async () => {
  const app = start()
  const seen: unknown[] = []
  serve(app, greet, ({ params, query }) => {
    seen.push({ ...params, ...query })
    return { words: `Chào ${params.name}` }
  })
  expect((await app.inject('/api/greet/abcdef?loud=maybe')).statusCode).toBe(422)
  const answer = await app.inject('/api/greet/Lan')
  expect(answer.json()).toEqual({ words: 'Chào Lan' })
  expect(seen).toEqual([{ name: 'Lan', loud: 'no' }])
})

test.for([
  ['in tests', true, 500],
  ['but never as a citizen sees it', false, 200],
] as const)('an answer that breaks the contract fails: %s', async ([, checkAnswers, status]) => {
  const app = start(checkAnswers)
  serve(app, greet, () => JSON.parse('{"word":"a"}') as { words: string })
  expect((await app.inject('/api/greet/Lan')).statusCode).toBe(status)
})

const upload = endpoint({
  method: 'POST',
  path: '/upload',
  summary: '',
  query: v.object({ name: v.string() }),
  bytes: true,
  response: v.object({ length: v.number() }),
  errors: ['invalid', 'too-large'],
})

test('bytes come as they are, up to the size of their route, and nothing else comes there', async () => {
  const app = start()
  const post = (url: string, payload: Buffer | string, type = 'application/octet-stream') =>
    app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
  serve(app, upload, ({ body }) => ({ length: body.length }), { largest: 2_000 })
  serve(app, { ...upload, path: '/small' }, ({ body }) => ({ length: body.length }), { largest: 10 })
  serve(app, { ...greet, method: 'POST', path: '/words/:name' }, () => ({ words: '' }))
  expect((await post('/api/upload?name=a', Buffer.alloc(2_000, 0xff))).json()).toEqual({ length: 2_000 })
  expect((await app.inject({ method: 'POST', url: '/api/upload?name=a' })).json()).toEqual({ length: 0 })
  expect((await post('/api/upload?name=a', Buffer.alloc(2_001))).statusCode).toBe(413)
  expect((await post('/api/small?name=a', Buffer.alloc(11))).statusCode).toBe(413)
  expect((await post('/api/upload', Buffer.alloc(1))).statusCode).toBe(422)
  expect((await post('/api/upload?name=a', '{}', 'application/json')).statusCode).toBe(422)
  expect((await post('/api/words/Lan', Buffer.alloc(1))).statusCode).toBe(422)
})

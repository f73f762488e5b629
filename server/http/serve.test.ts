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

import { expect, test } from 'vitest'
import { api } from './api.ts'
import { createClient } from './client.ts'
import { tools } from './tools.ts'

const failing = () => Promise.reject(new Error('no network'))
const client = createClient({ ...api, ...tools }, { origin: '', fetch: failing, retryAfter: [] })

// `npm run types` is what tests here: an unused @ts-expect-error is a compile error.
test('what the contract does not say does not compile', async () => {
  const tip = { clientKey: crypto.randomUUID(), category: 'khac', text: 'a'.repeat(20) }
  await client.tips.send({ body: { ...tip, declaredTrue: true } })
  // @ts-expect-error a field is missing
  await client.tips.send({ body: tip })
  // @ts-expect-error a wrong literal
  await client.tips.send({ body: { ...tip, declaredTrue: false } })
  // @ts-expect-error a misspelt field
  await client.tips.send({ body: { ...tip, declaredTrue: true, plaace: 'chợ' } })
  // @ts-expect-error no input where one is needed
  await client.tips.send()
  // @ts-expect-error an unknown query
  await client.news.list({ query: { page: 2 } })
  // @ts-expect-error a parameter of the wrong type
  await client.guides.get({ params: { slug: 4 } })
  // @ts-expect-error an unknown endpoint
  expect(() => client.tips.remove()).toThrow('not a function')

  const page = await client.news.list()
  // @ts-expect-error the data are there only after a look at `ok`
  expect(page.data).toBeUndefined()
  // @ts-expect-error a field that no article has
  expect(page.ok && page.data.articles[0]?.headline).toBe(false)
  // @ts-expect-error an error code that is not in the closed list
  expect(!page.ok && page.error.code === 'teapot').toBe(false)
  expect(!page.ok && page.error.code).toBe('offline')
})

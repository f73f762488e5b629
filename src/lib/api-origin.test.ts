import { afterEach, expect, test, vi } from 'vitest'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { apiOrigin } from './api-origin.ts'
import { api, setApiFetch } from './api.ts'
import { setHost } from './host.ts'

afterEach(() => vi.unstubAllEnvs())

test('in a browser the API is where the page is', () => {
  vi.stubEnv('VITE_API_URL', 'https://api.example.vn')
  expect(apiOrigin()).toBe('')
})

test('inside Zalo the API is at its own address', async () => {
  vi.stubEnv('VITE_API_URL', 'https://api.example.vn')
  setHost({ ...createFakeHost(), name: 'zalo' })
  const asked: unknown[] = []
  setApiFetch(async (address) => (asked.push(address), Response.json({ guides: [] })))
  await api.guides.list()
  expect(asked).toEqual(['https://api.example.vn/api/guides'])
})

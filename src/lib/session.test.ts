import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Result } from '#contract/error.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { setHost } from './host.ts'
import { createSession } from './session.ts'

interface Grant {
  token: string
  expiresAt: string
}

const granted: Result<Grant> = { ok: true, data: { token: 'ours', expiresAt: '2026-11-23T10:00:00Z' } }
const refused: Result<Grant> = { ok: false, error: { code: 'unauthorised' } }

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T09:00:00Z') }))
afterEach(() => void vi.useRealTimers())

function inZalo() {
  const host = { ...createFakeHost(), name: 'zalo' as const }
  setHost(host)
  return host
}

/** Lets the exchange finish. */
const settle = () => vi.advanceTimersByTimeAsync(0)

test('outside Zalo nobody is asked', async () => {
  const exchange = vi.fn(async () => granted)
  expect(createSession(exchange).token()).toBeUndefined()
  await settle()
  expect(exchange).not.toHaveBeenCalled()
})

test('the first call goes without a token and the next one has it', async () => {
  inZalo()
  const exchange = vi.fn(async () => granted)
  const session = createSession(exchange)
  expect(session.token()).toBeUndefined()
  expect(session.token()).toBeUndefined()
  await settle()
  expect(session.token()).toBe('ours')
  expect(exchange.mock.calls).toEqual([['user-1000000000000000001']])
})

test('a token about to run out is renewed', async () => {
  inZalo()
  const exchange = vi.fn(async () => granted)
  const session = createSession(exchange)
  session.token()
  await settle()
  vi.setSystemTime(new Date('2026-11-23T09:59:30Z'))
  expect(session.token()).toBeUndefined()
  await settle()
  expect(exchange).toHaveBeenCalledTimes(2)
})

test.for([
  ['the server', true],
  ['Zalo', false],
] as const)('after a refusal by %s it waits before asking again', async ([, zaloAgrees]) => {
  const host = inZalo()
  if (!zaloAgrees) host.answer('getAccessToken', { kind: 'denied' })
  const session = createSession(async () => refused)
  session.token()
  await settle()
  session.token()
  expect(host.calls).toHaveLength(1)
  vi.setSystemTime(new Date('2026-11-23T09:05:01Z'))
  session.token()
  expect(host.calls).toHaveLength(2)
})

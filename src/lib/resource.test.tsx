import { act, renderHook, waitFor } from '@testing-library/react'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Failure, Result } from '#contract/error.ts'
import { createFakeHost } from '#src/zalo/fake-host.ts'
import { writeCopy } from './copies.ts'
import { setHost } from './host.ts'
import { resetResources } from './resource-store.ts'
import { createResource } from './resource.ts'

const Page = v.object({ title: v.string() })
type Page = v.InferOutput<typeof Page>

const ok = (title: string): Result<Page> => ({ ok: true, data: { title } })
const failed = (code: Failure['code']): Result<Page> => ({ ok: false, error: { code } })
const now = '2026-11-23T09:00:00.000Z'

beforeEach(() => void vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** `answers` come one after the other; the last one again and again. */
function show(...answers: Result<Page>[]) {
  return showWith('passing', ...answers)
}

function showWith(stay: 'passing' | 'lasting', ...answers: Result<Page>[]) {
  const load = vi.fn(async (_slug: string) => (answers.length > 1 ? answers.shift()! : answers[0]!))
  const usePage = createResource({ key: (slug: string) => `page:${slug}`, load, schema: Page, stay })
  const open = (slug = 'a') => renderHook((name: string) => usePage(name), { initialProps: slug })
  return { load, open }
}

test('the first visit loads, and the copy stays on the phone', async () => {
  const { open } = show(ok('Mới'))
  const { result } = open()
  expect(result.current.remote).toEqual({ kind: 'loading' })
  await waitFor(() => expect(result.current.remote).toEqual({ kind: 'ready', data: { title: 'Mới' } }))
  expect(localStorage.getItem('citizen-portal:copy:page:a')).toContain('Mới')
})

test('a repeat visit shows the copy in the first frame, then what is new', async () => {
  writeCopy('page:a', { title: 'Cũ' }, '2026-11-22T09:00:00.000Z')
  const { result } = show(ok('Mới')).open()
  expect(result.current.remote).toEqual({ kind: 'ready', data: { title: 'Cũ' } })
  await waitFor(() => expect(result.current.remote).toMatchObject({ data: { title: 'Mới' } }))
})

test('without network the copy stays, and says since when', async () => {
  writeCopy('page:a', { title: 'Cũ' }, '2026-11-22T09:00:00.000Z')
  const { result } = show(failed('offline')).open()
  await waitFor(() =>
    expect(result.current.remote).toEqual({
      kind: 'ready',
      data: { title: 'Cũ' },
      staleSince: '2026-11-22T09:00:00.000Z',
    }),
  )
})

test('a copy of more than thirty days is not shown', () => {
  writeCopy('page:a', { title: 'Cũ' }, '2026-10-20T09:00:00.000Z')
  const { result } = show(failed('offline')).open()
  expect(result.current.remote).toEqual({ kind: 'loading' })
})

test('what the server has withdrawn disappears from the phone too', async () => {
  writeCopy('page:a', { title: 'Cũ' }, '2026-11-22T09:00:00.000Z')
  const { result } = show(failed('not-found')).open()
  await waitFor(() => expect(result.current.remote).toEqual({ kind: 'failed', error: { code: 'not-found' } }))
  expect(localStorage.length).toBe(0)
})

test('a failure can be tried again, by the person or by the network coming back', async () => {
  const { open, load } = show(failed('offline'), failed('unavailable'), ok('Mới'))
  const { result } = open()
  await waitFor(() => expect(result.current.remote).toMatchObject({ kind: 'failed' }))
  act(() => result.current.reload())
  expect(result.current.remote).toEqual({ kind: 'loading' })
  await waitFor(() => expect(result.current.remote).toMatchObject({ error: { code: 'unavailable' } }))
  act(() => void window.dispatchEvent(new Event('online')))
  await waitFor(() => expect(result.current.remote).toMatchObject({ data: { title: 'Mới' } }))
  expect(load).toHaveBeenCalledTimes(3)
})

test('two places and a quick return ask once', async () => {
  const { open, load } = show(ok('Mới'))
  const first = open()
  open()
  await waitFor(() => expect(first.result.current.remote.kind).toBe('ready'))
  first.unmount()
  open()
  expect(load).toHaveBeenCalledTimes(1)
  vi.setSystemTime(new Date('2026-11-23T09:01:01.000Z'))
  open()
  expect(load).toHaveBeenCalledTimes(2)
  await act(async () => undefined)
})

test('other arguments are another thing', async () => {
  const { open } = show(ok('Một'), ok('Hai'))
  const { result, rerender } = open('a')
  await waitFor(() => expect(result.current.remote).toMatchObject({ data: { title: 'Một' } }))
  rerender('b')
  await waitFor(() => expect(result.current.remote).toMatchObject({ data: { title: 'Hai' } }))
})

test('an answer that comes after everything was forgotten stays forgotten', async () => {
  let answer: (result: Result<Page>) => void = () => undefined
  const usePage = createResource({
    key: () => 'page:late',
    load: () => new Promise<Result<Page>>((resolve) => (answer = resolve)),
    schema: Page,
  })
  const { unmount } = renderHook(() => usePage(undefined))
  unmount()
  resetResources()
  answer(ok('Muộn'))
  await Promise.resolve()
  expect(localStorage.length).toBe(0)
})

test('what must open without network stays for a year', () => {
  writeCopy('page:a', { title: 'Cũ' }, '2025-11-24T09:00:00.000Z', 'lasting')
  writeCopy('page:b', { title: 'Cũ' }, '2025-11-23T08:00:00.000Z', 'lasting')
  const { open } = showWith('lasting', failed('offline'))
  expect(open('a').result.current.remote).toMatchObject({ kind: 'ready' })
  expect(open('b').result.current.remote).toEqual({ kind: 'loading' })
})

test('on a line where nothing comes the copy says its age before anything has failed', async () => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  writeCopy('page:a', { title: 'Cũ' }, '2026-11-22T09:00:00.000Z')
  const usePage = createResource({
    key: () => 'page:a',
    load: () => new Promise<Result<Page>>(() => undefined),
    schema: Page,
  })
  const { result } = renderHook(() => usePage(undefined))
  act(() => void vi.advanceTimersByTime(3999))
  expect(result.current.remote).not.toHaveProperty('staleSince')
  act(() => void vi.advanceTimersByTime(1))
  expect(result.current.remote).toMatchObject({ staleSince: '2026-11-22T09:00:00.000Z' })
})

test('emptied of its first copies, the phone finds the second ones in the store of Zalo', async () => {
  const host = createFakeHost()
  setHost(host)
  const first = showWith('lasting', ok('Một')).open()
  await waitFor(() => expect(first.result.current.remote.kind).toBe('ready'))
  await waitFor(async () => expect(await host.storage.get('lasting-copies')).toContain('Một'))
  first.unmount()
  resetResources()
  localStorage.clear()
  const { result } = showWith('lasting', failed('offline')).open()
  await waitFor(() =>
    expect(result.current.remote).toEqual({ kind: 'ready', data: { title: 'Một' }, staleSince: now }),
  )
})

test('what the server has withdrawn leaves the second copies too', async () => {
  const host = createFakeHost()
  setHost(host)
  const first = showWith('lasting', ok('Một'), failed('not-found')).open()
  await waitFor(() => expect(first.result.current.remote.kind).toBe('ready'))
  act(() => first.result.current.reload())
  await waitFor(() => expect(first.result.current.remote.kind).toBe('failed'))
  await waitFor(async () => expect(await host.storage.get('lasting-copies')).toBe('{}'))
  expect(localStorage.length).toBe(0)
})

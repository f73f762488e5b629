import * as v from 'valibot'
import { afterEach, expect, test, vi } from 'vitest'
import { readCopy, removeAllCopies, removeCopy, writeCopy } from './copies.ts'

const Page = v.object({ title: v.string() })
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()

afterEach(() => vi.unstubAllGlobals())

/** A storage with room for so many entries; like the real one, its entries are its own keys. */
function storageFor(most: number): object {
  return Object.create({
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      if (!(key in this) && Object.keys(this).length >= most)
        throw new DOMException('full', 'QuotaExceededError')
      this[key] = value
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  })
}

test('a copy comes back with the time it was made', () => {
  writeCopy('page', { title: 'Một' }, at(1))
  expect(readCopy('page', Page)).toEqual({ savedAt: at(1), data: { title: 'Một' } })
})

test('a copy of another shape is no copy', () => {
  writeCopy('page', { name: 'Một' }, at(1))
  expect(readCopy('page', Page)).toBeUndefined()
})

test('damaged text is no copy', () => {
  localStorage.setItem('citizen-portal:copy:page', '{"savedAt":')
  expect(readCopy('page', Page)).toBeUndefined()
})

test('at most forty copies stay, and the oldest leave', () => {
  for (let index = 0; index < 45; index += 1) writeCopy(`page-${index}`, { title: 'Một' }, at(index))
  expect(localStorage.length).toBe(40)
  expect(readCopy('page-4', Page)).toBeUndefined()
  expect(readCopy('page-5', Page)).toBeDefined()
  expect(readCopy('page-44', Page)).toBeDefined()
})

test('a full phone gives up old copies for the new one', () => {
  vi.stubGlobal('localStorage', storageFor(20))
  for (let index = 0; index < 20; index += 1) writeCopy(`page-${index}`, { title: 'Một' }, at(index))
  writeCopy('new', { title: 'Mới' }, at(60))
  expect(readCopy('new', Page)?.data.title).toBe('Mới')
  expect(readCopy('page-19', Page)).toBeDefined()
  expect(readCopy('page-9', Page)).toBeUndefined()
})

test('a phone without storage is no reason to fail', () => {
  vi.stubGlobal('localStorage', undefined)
  writeCopy('page', { title: 'Một' }, at(1))
  expect(readCopy('page', Page)).toBeUndefined()
  removeAllCopies()
})

test('clearing leaves what is not ours', () => {
  localStorage.setItem('another-app', 'x')
  writeCopy('one', { title: 'Một' }, at(1))
  writeCopy('two', { title: 'Hai' }, at(2))
  removeCopy('one')
  expect(readCopy('one', Page)).toBeUndefined()
  removeAllCopies()
  expect(readCopy('two', Page)).toBeUndefined()
  expect(localStorage.getItem('another-app')).toBe('x')
})

test('lasting copies are not counted and make no room for others', () => {
  vi.stubGlobal('localStorage', storageFor(20))
  writeCopy('guide', { title: 'Thủ tục' }, at(0), 'lasting')
  for (let index = 1; index < 30; index += 1) writeCopy(`page-${index}`, { title: 'Một' }, at(index))
  expect(readCopy('guide', Page, 'lasting')?.data.title).toBe('Thủ tục')
  expect(readCopy('page-29', Page)).toBeDefined()
  removeAllCopies()
  expect(readCopy('guide', Page, 'lasting')).toBeUndefined()
})

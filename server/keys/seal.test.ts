import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveKey, keyedHash, open, seal } from './seal.ts'

const key = randomBytes(32)
const text = 'Có người gọi điện giả danh công an 😀'

test('another key opens nothing', () => {
  expect(() => open(randomBytes(32), seal(key, text))).toThrow('unable to authenticate')
})

test('no byte can be changed unnoticed', () => {
  const sealed = seal(key, text)
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = changed[at]! ^ 1
    expect(() => open(key, changed)).toThrow(/authenticat|version|tag|vector/)
  }
})

test('no end can be cut off', () => {
  const sealed = seal(key, text)
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => open(key, sealed.subarray(0, length))).toThrow(/authenticat|version|tag|vector/)
  }
})

test('the right key opens what was sealed', () => {
  expect(open(key, seal(key, text))).toBe(text)
  expect(open(key, seal(key, ''))).toBe('')
})

test('the same text is never sealed alike', () => {
  expect(seal(key, text).equals(seal(key, text))).toBe(false)
})

test('two purposes share no key', () => {
  expect(deriveKey(key, 'one')).toHaveLength(32)
  expect(deriveKey(key, 'one').equals(deriveKey(key, 'one'))).toBe(true)
  expect(deriveKey(key, 'one').equals(deriveKey(key, 'two'))).toBe(false)
  expect(deriveKey(key, 'one').equals(deriveKey(randomBytes(32), 'one'))).toBe(false)
})

test('a keyed hash keeps its parts and its key apart', () => {
  const hash = keyedHash(key, 'ab', 'c')
  expect(hash).toHaveLength(32)
  expect(hash.equals(keyedHash(key, 'ab', 'c'))).toBe(true)
  expect(hash.equals(keyedHash(key, 'a', 'bc'))).toBe(false)
  expect(hash.equals(keyedHash(key, 'ab', 'c', ''))).toBe(false)
  expect(hash.equals(keyedHash(randomBytes(32), 'ab', 'c'))).toBe(false)
})

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { formatReceipt, readReceipt, receiptAlphabet, secretLength } from '#contract/receipt.ts'
import { newPublicCode, receiptSecret, secretHash } from './receipts.ts'

const key = Buffer.alloc(32, 7)
const signs = Array.from(receiptAlphabet)

test('the secret follows from the key and the client key, and from both', () => {
  const clientKey = randomUUID()
  const secret = receiptSecret(key, clientKey)
  expect(receiptSecret(key, clientKey)).toBe(secret)
  expect(receiptSecret(key, randomUUID())).not.toBe(secret)
  expect(receiptSecret(Buffer.alloc(32, 8), clientKey)).not.toBe(secret)
})

test('every secret has its full length and a readable receipt', () => {
  const secrets = Array.from({ length: 2_000 }, (_, at) => receiptSecret(key, `key ${at}`))
  expect(secrets.filter((secret) => secret.length !== secretLength)).toEqual([])
  expect(new Set(secrets).size).toBe(secrets.length)
  const unreadable = secrets.filter(
    (secret) => readReceipt(formatReceipt({ publicCode: newPublicCode(), secret })).kind !== 'ok',
  )
  expect(unreadable).toEqual([])
})

test('no sign is favoured', () => {
  const all = Array.from({ length: 3_000 }, (_, at) => receiptSecret(key, `fair ${at}`)).join('')
  const counts = signs.map((sign) => all.split(sign).length - 1)
  const expected = all.length / signs.length
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 22 degrees of freedom: a fair source stays below 55 but for one in ten thousand; this input is fixed.
  expect(chiSquare).toBeLessThan(55)
})

test('public codes tell neither order nor number', () => {
  const codes = Array.from({ length: 500 }, newPublicCode)
  expect(codes.filter((code) => !/^[234679ACDEFHJKMNPQRTWXY]{5}$/.test(code))).toEqual([])
  expect(new Set(codes).size).toBeGreaterThan(495)
})

test('the hash of a secret is not the secret', () => {
  expect(secretHash('22222222222222')).toHaveLength(32)
  expect(secretHash('22222222222222').includes('2222')).toBe(false)
})

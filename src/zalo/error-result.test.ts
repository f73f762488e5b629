import { expect, test } from 'vitest'
import { isRetryable, resultOfError } from './error-result.ts'

test.for([
  [-201, { kind: 'denied' }, false],
  [-202, { kind: 'denied' }, false],
  [-2002, { kind: 'denied' }, false],
  [-2003, { kind: 'cancelled' }, false],
  [-606, { kind: 'cancelled' }, false],
  [-1404, { kind: 'unsupported' }, false],
  [-1409, { kind: 'limited' }, true],
  [-1408, { kind: 'failed', code: -1408 }, true],
  [-1410, { kind: 'failed', code: -1410 }, true],
  [-2000, { kind: 'failed', code: -2000 }, true],
  [-1400, { kind: 'failed', code: -1400 }, false],
  [-1401, { kind: 'failed', code: -1401 }, false],
  [-1403, { kind: 'failed', code: -1403 }, false],
] as const)('code %i becomes %j', ([code, result, retryable]) => {
  expect(resultOfError({ code, message: 'any', api: 'any' })).toEqual(result)
  expect(isRetryable(resultOfError({ code }))).toBe(retryable)
})

test.for([[new Error('broken')], ['text'], [undefined], [null], [{ code: '-201' }]])(
  '%j is a failure without a code',
  ([error]) => {
    expect(resultOfError(error)).toEqual({ kind: 'failed' })
  },
)

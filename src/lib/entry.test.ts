import { expect, test } from 'vitest'
import { readEntry, sharedAddress } from './entry.ts'

test.for([
  ['/', { path: '/' }],
  ['/search?q=a%20b', { path: '/search?q=a%20b' }],
  ['/?station=ben-cat', { path: '/stations/ben-cat', station: 'ben-cat', source: 'qr' }],
  [
    '/?station=ben-cat&env=TESTING',
    { path: '/stations/ben-cat?env=TESTING', station: 'ben-cat', source: 'qr' },
  ],
  [
    '/tips/new?station=ben-cat&from=oa',
    { path: '/tips/new?station=ben-cat', station: 'ben-cat', source: 'oa' },
  ],
  ['/?station=ben-cat&zshareId=1', { path: '/stations/ben-cat', station: 'ben-cat', source: 'share' }],
  ['/tips/new?station=ben-cat', { path: '/tips/new?station=ben-cat', station: 'ben-cat' }],
  ['/?from=oa', { path: '/', source: 'oa' }],
  [
    '/guides/tach-ho/checklist?from=share#mat.nha',
    { path: '/guides/tach-ho/checklist#mat.nha', source: 'share' },
  ],
  ['/news/tin?&zshareId=abc', { path: '/news/tin', source: 'share' }],
  ['/stations?from=qr', { path: '/stations', source: 'qr' }],
  ['/news?from=tiktok', { path: '/news?from=tiktok' }],
  ['/?station=../settings', { path: '/', source: 'qr' }],
  ['/?station=', { path: '/?station=' }],
] as const)('%s', ([address, expected]) => {
  expect(readEntry(address)).toEqual(expected)
})

test.for([
  ['/news/tin', '/news/tin?from=share'],
  ['/search?q=a', '/search?q=a&from=share'],
  ['/guides/tach-ho/checklist#mat.nha', '/guides/tach-ho/checklist?from=share#mat.nha'],
] as const)('%s passed on', ([path, shared]) => {
  expect(sharedAddress(path)).toBe(shared)
  expect(readEntry(shared)).toEqual({ path, source: 'share' })
})

import { expect, test } from 'vitest'
import { appPathOf, basenameOf, isInsideZalo, miniAppId } from './mini-app-path.ts'

test.for([
  ['https://h5.zdn.vn/zapps/123/', true],
  ['https://h5.zdn.vn/zapps/123/tin/abc?env=TESTING', true],
  ['https://h5.zdn.vn/?env=TESTING_LOCAL&clientIp=1', true],
  ['https://h5.zdn.vn/other', false],
  ['https://h5.zdn.vn/?env=TESTING', false],
  ['http://localhost:5173/zapps/123/', false],
  ['https://portal.example.vn/zapps/123/', false],
  ['http://127.0.0.1:8080/?env=TESTING_LOCAL', false],
] as const)('%s is inside Zalo: %s', ([url, inside]) => {
  expect(isInsideZalo(new URL(url))).toBe(inside)
})

test.for([
  ['/zapps/123/tin/abc', '/zapps/123', '123'],
  ['/zapps/123', '/zapps/123', '123'],
  ['/tin/abc', '/', undefined],
] as const)('%s lies under %s', ([path, basename, id]) => {
  expect(basenameOf(path)).toBe(basename)
  expect(miniAppId(path)).toBe(id)
})

test.for([
  [{ path: '/tin/abc?x=1' }, '/tin/abc?x=1'],
  [{ path: '/zapps/123/tin/abc' }, '/tin/abc'],
  [{ path: '/zapps/123' }, '/'],
  [{ path: '/zapps/1234' }, '/zapps/1234'],
  [{ path: '//evil.example' }, undefined],
  [{ path: 'https://evil.example' }, undefined],
  [{ path: 7 }, undefined],
  ['text', undefined],
  [null, undefined],
] as const)('OpenApp with %j leads to %s', ([data, path]) => {
  expect(appPathOf(data, '/zapps/123')).toBe(path)
})

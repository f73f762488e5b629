import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const run = (...given: string[]) =>
  new Promise<{ code: unknown; said: string }>((resolve) => {
    const args = ['--import', 'tsx', 'server/import.command.ts', ...given]
    execFile(process.execPath, args, { cwd: root }, (error, out, err) =>
      resolve({ code: error?.code ?? 0, said: out + err }),
    )
  })

test.for([
  ['khong-co.xlsx', 'Không có tệp “khong-co.xlsx”. Bạn kiểm tra tên và thư mục.\n'],
  ['docs', '“docs” là thư mục. Bạn chọn tệp danh sách trong đó.\n'],
] as const)('who gives the path %s is told so, in words', async ([path, said]) => {
  expect(await run(path)).toEqual({ code: 1, said })
})

test.for([[[]], [['--nope', 'docs']]] as const)('who gives %j is told what to give', async ([given]) => {
  const { code, said } = await run(...given)
  expect(code).not.toBe(0)
  expect(said).toMatch(/^npm run import:applications -- tep\.xlsx .*\n$/)
})

import { expect, test } from 'vitest'
import { missingPapers } from './missing-papers.ts'

test.for([
  ['Giấy khai sinh.', ['Giấy khai sinh.']],
  ['Giấy khai sinh\nẢnh chân dung', ['Giấy khai sinh', 'Ảnh chân dung']],
  [' - Giấy khai sinh;\r\n • Ảnh chân dung ;', ['Giấy khai sinh', 'Ảnh chân dung']],
  ['', []],
  [null, []],
] as const)('the note %o names %o', ([note, papers]) => {
  expect(missingPapers(note)).toEqual(papers)
})

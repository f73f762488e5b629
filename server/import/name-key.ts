import { fold } from '#contract/fold.ts'

/** What offices write short; after folding. */
const inFull: Record<string, string> = {
  hs: 'ho so',
  kq: 'ket qua',
  dt: 'dien thoai',
  sdt: 'so dien thoai',
  dtdd: 'dien thoai di dong',
  tthc: 'thu tuc hanh chinh',
}

/**
 * By this two names of a column or a state are the same: without marks, case, signs and blanks (`MA_HO_SO`, `MaHoSo`),
 * with the usual abbreviations written out, and in both spellings that schools teach (xử lý, xử lí).
 */
export const nameKey = (text: string): string =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .map((word) => inFull[word] ?? word)
    .join('')
    .replaceAll(' ', '')
    .replaceAll('ly', 'li')

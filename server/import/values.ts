import { addDays } from '#contract/day.ts'

/** Readers answer undefined for what they do not understand; the row is then refused with its reason. */

const dashes = /[‐-―−]/g
/** Zero-width signs come along when people copy from a page. */
const invisible = /[\u200b-\u200d\u2060\ufeff]/g

/** NFC, without outer and doubled blanks. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** The same for every line of a cell; papers that are missing stand one in a line. */
export const tidyLines = (text: string) =>
  text
    .split(/\r\n?|\n/)
    .map(tidyText)
    .filter(Boolean)
    .join('\n')

export const tidyCode = (text: string) => tidyText(text).replace(/ /g, '').replace(dashes, '-').toUpperCase()

/** A whole number as its digits; larger ones than a spreadsheet keeps exactly are none. */
export function digitsOf(value: number): string | undefined {
  return Number.isSafeInteger(value) && value >= 0 && value < 1e15 ? String(value) : undefined
}

/** `0` and nine digits, or eleven digits of a landline; spreadsheets drop the first zero. */
export function readPhone(text: string): string | undefined {
  const digits = tidyText(text)
    .replace(/[\s.()-]/g, '')
    .replace(dashes, '')
  const national = digits.replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, '0')
  const whole = /^[2-9]\d{8,9}$/.test(national) ? `0${national}` : national
  return /^0[35789]\d{8}$|^02\d{9}$/.test(whole) ? whole : undefined
}

const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:,? \d{1,2}:\d{2}(?::\d{2})?)?$/
const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/

/** `25/11/2026`, `5-1-26`, `2026-11-25`, each with or without a time. The day stands before the month, as in Viet Nam. */
export function readDay(text: string): string | undefined {
  const tidy = tidyText(text).replace(dashes, '-')
  const [, day, month, year] = dayFirst.exec(tidy) ?? []
  if (day && month && year) return realDay(year.length === 2 ? `20${year}` : year, month, day)
  const [, first, second, third] = yearFirst.exec(tidy) ?? []
  if (first && second && third) return realDay(first, second, third)
  return /^\d{5}(?:\.\d+)?$/.test(tidy) ? readSerialDay(Number(tidy), false) : undefined
}

/** Days since the end of 1899 or, on old Macs, the first of 1904. Only this century: anything else is no date. */
export function readSerialDay(serial: number, from1904: boolean): string | undefined {
  if (!Number.isFinite(serial)) return undefined
  const days = Math.floor(serial)
  if (days < 0 || days > 80_000) return undefined
  const day = addDays(from1904 ? '1904-01-01' : '1899-12-30', days)
  return day >= '2000-01-01' && day < '2100-01-01' ? day : undefined
}

function realDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (text < '2000-01-01' || text >= '2100-01-01') return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
}

import * as v from 'valibot'
import { ApplicationCode, ApplicationFactor } from '#contract/applications.ts'
import type { Failure } from '#contract/error.ts'

export interface LookupFields {
  code: string
  factor: string
}

export type LookupIssues = Partial<Record<keyof LookupFields, string>>

const words = {
  noCode: 'Bạn nhập mã hồ sơ in trên giấy hẹn.',
  code: 'Mã gồm 6 đến 32 ký tự: chữ không dấu, số, dấu chấm, gạch ngang, gạch chéo.',
  noFactor: 'Bạn nhập 4 số cuối điện thoại hoặc mã PIN 6 số.',
  factor: 'Số kiểm tra chỉ gồm 4 hoặc 6 chữ số, hoặc đủ số điện thoại.',
  wholeNumber: 'Lúc này 4 số chưa đủ. Bạn nhập đủ số điện thoại đã khai, hoặc mã PIN 6 số.',
}

/** `+84 900…`, `84900…` and `0900…` are one number. */
const countryCode = /^(?:\+84|84(?=\d{9,10}$))/

/** As printed on the slip: people type spaces, and keyboards turn a hyphen into a dash. */
export function tidyCode(typed: string): string {
  return typed
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase()
}

export function tidyFactor(typed: string): string {
  return typed.replace(/[\s.-]+/g, '').replace(countryCode, '0')
}

/** Everything that can be known before the network is asked. */
export function checkLookup({ code, factor }: LookupFields): LookupIssues {
  return {
    ...(!v.is(ApplicationCode, code) && { code: code === '' ? words.noCode : words.code }),
    ...(!v.is(ApplicationFactor, factor) && { factor: factor === '' ? words.noFactor : words.factor }),
  }
}

/** What was wrong at the last try and still is: a mark goes as soon as its field is right, none comes while typing. */
export function stillWrong(before: LookupIssues, now: LookupIssues): LookupIssues {
  return {
    ...(before.code && now.code && { code: now.code }),
    ...(before.factor && now.factor && { factor: now.factor }),
  }
}

/** While somebody is guessing, the server takes four digits from nobody. */
export const needsWholeNumber = (failure: Failure) => failure.fields?.factor === 'too-short'

/** The server checks the same; its word is shown at the field too. */
export function issuesOf(failure: Failure): LookupIssues {
  const { fields } = failure
  const factor = needsWholeNumber(failure) ? words.wholeNumber : words.factor
  return { ...(fields?.code && { code: words.code }), ...(fields?.factor && { factor }) }
}

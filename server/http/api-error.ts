import type { ErrorCode, FieldIssue } from '#contract/error.ts'

/** Thrown below a route to refuse a request with one of the declared codes. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, FieldIssue> | undefined
  /** Seconds after which the same request may pass. */
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, more: { fields?: Record<string, FieldIssue>; retryAfter?: number } = {}) {
    super(code)
    this.code = code
    this.fields = more.fields
    this.retryAfter = more.retryAfter
  }
}

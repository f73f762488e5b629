import * as v from 'valibot'

/** Every way an endpoint may refuse, with its HTTP status. A closed list: screens have a sentence for each. */
export const errorStatus = {
  invalid: 422,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  unavailable: 503,
  unexpected: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

/** What is wrong with one field, in a form that a screen can word. */
export const FieldIssue = v.picklist(['required', 'too-short', 'too-long', 'format', 'not-allowed'])
export type FieldIssue = v.InferOutput<typeof FieldIssue>

/** The body of every answer that is not a success. `fields` maps dotted input paths to their issue. */
export const ErrorBody = v.object({
  error: v.object({
    code: v.picklist(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    message: v.string(),
    fields: v.optional(v.record(v.string(), FieldIssue)),
    requestId: v.string(),
  }),
})
export type ErrorBody = v.InferOutput<typeof ErrorBody>

/** What the client reports: a server's refusal, or `offline` when no answer came at all. */
export interface Failure {
  code: ErrorCode | 'offline'
  fields?: Record<string, FieldIssue>
  requestId?: string
  /** Seconds to wait, from the server's `Retry-After`. */
  retryAfter?: number
}

export type Result<T> = { ok: true; data: T } | { ok: false; error: Failure }

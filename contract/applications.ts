import * as v from 'valibot'
import { ApplicationStatus } from './application-status.ts'
import { endpoint } from './endpoint.ts'
import { LateQuestion } from './late-question.ts'
import { Day, Instant, Slug } from './text.ts'

/** The code on the slip, an opaque string: trimmed and upper-cased, never forced into one office's pattern. */
export const ApplicationCode = v.pipe(
  v.string(),
  v.trim(),
  v.transform((code) => code.toUpperCase()),
  v.regex(/^[A-Z0-9./-]+$/),
  v.minLength(6),
  v.maxLength(32),
)

/**
 * What the slip does not print: the last 4 digits of the declared phone or the whole number, or the 6-digit PIN given
 * at the desk. While somebody is guessing, 4 digits are refused as `too-short`.
 */
export const ApplicationFactor = v.pipe(v.string(), v.trim(), v.regex(/^(?:\d{4}|\d{6}|0\d{9}|02\d{9})$/))

export const ApplicationStep = v.object({
  status: ApplicationStatus,
  at: Instant,
  note: v.nullable(v.string()),
  /** Set on steps that gave or moved the promised date. */
  promisedOn: v.nullable(Day),
  /** Why the promised date was moved, or is missed. */
  reason: v.nullable(v.string()),
})
export type ApplicationStep = v.InferOutput<typeof ApplicationStep>

/** Only what a stranger over the shoulder may see: no name, birth date, address or personal number. */
export const Application = v.object({
  /** The same for the same file, always; says nothing of its code. */
  mark: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  maskedCode: v.string(),
  procedure: v.string(),
  guideSlug: v.nullable(Slug),
  status: ApplicationStatus,
  overdue: v.boolean(),
  /** Said since the present date was promised; null while nobody has said why it is late. */
  lateReason: v.nullable(v.string()),
  /** Asked about the present lateness, while it has no reason. */
  lateQuestion: v.nullable(LateQuestion),
  changedAt: Instant,
  promisedOn: v.nullable(Day),
  pickUpPlace: v.nullable(v.string()),
  steps: v.array(ApplicationStep),
  demo: v.boolean(),
})
export type Application = v.InferOutput<typeof Application>

/** Sealed by the server and good for half an hour: lets whoever opened an application keep it, share it or ask. */
export const Pass = v.pipe(v.string(), v.regex(/^[\w-]{40,400}$/))

export const OpenedApplication = v.object({ ...Application.entries, pass: Pass })
export type OpenedApplication = v.InferOutput<typeof OpenedApplication>

export const applications = {
  lookup: endpoint({
    method: 'POST',
    path: '/applications/lookup',
    summary: 'One application by code and factor; a wrong code and a wrong factor answer alike',
    body: v.object({ code: ApplicationCode, factor: ApplicationFactor }),
    response: OpenedApplication,
    errors: ['invalid', 'too-large', 'not-found', 'rate-limited', 'unavailable'],
    repeatable: true,
    session: 'optional',
  }),
}

import * as v from 'valibot'
import { ApplicationStatus } from './application-status.ts'
import { ApplicationCode, ApplicationFactor } from './applications.ts'
import { DeskApplication, DeskStep, Id } from './desk-application-views.ts'
import { deskEndpoint } from './desk-endpoint.ts'
import { BlockedCount, Lockout, LookupDebt } from './desk-lockouts.ts'
import { FieldIssue } from './error.ts'
import { holdsIdentityNumber } from './identity-number.ts'
import { SlipSecret } from './slip-secret.ts'
import { Day, Instant, Line, Slug, text } from './text.ts'

/** In an address: digits. */
const IdInPath = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number))

const Question = { askedAt: Instant, dueOn: v.nullable(Day) }

export const DeskFile = v.object({
  application: DeskApplication,
  lateReason: v.nullable(v.string()),
  /** Oldest first. */
  steps: v.array(DeskStep),
  /** "Why is it late?", asked and not answered yet. */
  question: v.nullable(v.object(Question)),
})
export type DeskFile = v.InferOutput<typeof DeskFile>

/** Citizens read it. The number of a card is refused as `format`. */
const Note = v.nullable(
  v.pipe(
    text(1, 300),
    v.check((words) => !holdsIdentityNumber(words)),
  ),
)
/** What an officer writes; its time and author are the server's to say. */
export const StepDraft = v.object({
  status: ApplicationStatus,
  note: v.optional(Note, null),
  promisedOn: v.optional(v.nullable(Day), null),
  reason: v.optional(Note, null),
})

/** `changed`: somebody else wrote a step since the file was looked at; look again. */
const Outcome = v.variant('outcome', [
  v.object({ id: Id, outcome: v.literal('appended') }),
  v.object({ id: Id, outcome: v.literal('not-found') }),
  v.object({ id: Id, outcome: v.literal('changed') }),
  v.object({ id: Id, outcome: v.literal('refused'), fields: v.record(v.string(), FieldIssue) }),
])
export type StepOutcome = v.InferOutput<typeof Outcome>

/** An application that asks for a reason, with the clock of the question. */
export const LateQuestion = v.object({ id: Id, ...Question, application: DeskApplication })
export type LateQuestion = v.InferOutput<typeof LateQuestion>

const next = v.nullable(Id)
const keepers = ['records', 'supervisor'] as const

export const deskApplications = {
  // Codes travel in the body: an address would lie in logs and histories.
  find: deskEndpoint({
    method: 'POST',
    path: '/desk/applications/find',
    summary: 'Applications of one’s stations, newest first, by code, states, lateness or station',
    body: v.object({
      code: v.optional(ApplicationCode),
      statuses: v.optional(v.pipe(v.array(ApplicationStatus), v.minLength(1), v.maxLength(9))),
      overdue: v.optional(v.boolean()),
      station: v.optional(Line),
      /** The `next` of the page before. */
      after: v.optional(Id),
    }),
    response: v.object({ applications: v.array(DeskApplication), next }),
    errors: [],
    desk: { roles: keepers, audit: 'application.find' },
  }),
  get: deskEndpoint({
    method: 'GET',
    path: '/desk/applications/:id',
    summary: 'One application with its steps and their authors',
    params: v.object({ id: IdInPath }),
    response: DeskFile,
    errors: ['not-found'],
    desk: { roles: keepers, audit: 'application.read' },
  }),
  accept: deskEndpoint({
    method: 'POST',
    path: '/desk/applications',
    summary: 'Take in a file at the counter; the promised day follows from the guide and the calendar',
    body: v.object({
      code: ApplicationCode,
      factor: ApplicationFactor,
      guideSlug: Slug,
      station: Line,
      pickUpPlace: v.optional(v.nullable(text(1, 200)), null),
      note: v.optional(Note, null),
    }),
    /** `slip` is printed as the QR on the slip and kept nowhere: it cannot be shown again. */
    response: v.object({ application: DeskApplication, slip: SlipSecret }),
    errors: ['conflict'],
    desk: { roles: ['records'], audit: 'application.accept' },
  }),
  slip: deskEndpoint({
    method: 'POST',
    path: '/desk/applications/slip',
    summary:
      'Print the QR of a file that has none of ours yet, or anew; a slip that was printed before opens nothing then',
    body: v.object({ id: Id }),
    response: v.object({ slip: SlipSecret }),
    errors: ['not-found'],
    desk: { roles: ['records'], audit: 'application.slip' },
  }),
  append: deskEndpoint({
    method: 'POST',
    path: '/desk/applications/steps',
    summary: 'Append one step to one or many files; each file takes it or not on its own, and says so',
    body: v.object({
      files: v.pipe(v.array(v.object({ id: Id, seen: Instant })), v.minLength(1), v.maxLength(200)),
      step: StepDraft,
    }),
    response: v.object({ outcomes: v.array(Outcome) }),
    errors: [],
    desk: { roles: ['records'], audit: 'application.step' },
  }),
  questions: deskEndpoint({
    method: 'GET',
    path: '/desk/late-questions',
    summary: 'Questions „why is it late“ that wait for a step with a reason, oldest first',
    query: v.object({ after: v.optional(IdInPath) }),
    response: v.object({ questions: v.array(LateQuestion), next }),
    errors: [],
    desk: { roles: keepers, audit: 'late-question.list' },
  }),
  lockouts: deskEndpoint({
    method: 'GET',
    path: '/desk/lockouts',
    summary:
      'Files of one’s stations whose code is closed by wrong tries; how many codes and callers of the unit are blocked, and how near the limit for all is',
    response: v.object({
      lockouts: v.array(Lockout),
      blocked: v.array(BlockedCount),
      everybody: v.array(LookupDebt),
    }),
    errors: [],
    desk: { roles: ['records', 'supervisor', 'admin'], audit: 'lockout.list' },
  }),
  lift: deskEndpoint({
    method: 'POST',
    path: '/desk/lockouts/lift',
    summary: 'Open the code of a file again, after its owner has proved who they are',
    body: v.object({ id: Id }),
    response: v.object({}),
    errors: ['not-found'],
    desk: { roles: ['supervisor', 'admin'], audit: 'lockout.lift' },
  }),
}

import { isOverdue } from '#contract/application-status.ts'
import { foldSteps } from '#contract/application-steps.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import { addDays, dayOf } from '#contract/day.ts'
import type { LateQuestion } from '#contract/late-question.ts'
import { instantAt } from '#contract/local-time.ts'
import { addWorkingDays } from '#contract/working-days.ts'
import type { Queries } from '../db/database.ts'
import { ApiError } from '../http/api-error.ts'
import { listSteps } from './applications.repo.ts'
import { findQuestion, insertQuestion, lockApplication } from './late-questions.repo.ts'
import type { LookupContext } from './look-up.ts'
import { readPass } from './passes.ts'

/** The unit's own promise to whoever asks; no law sets one. */
const answerWorkingDays = 2

/** One tap, one question for each lateness: asking again answers the first one. */
export async function askWhyLate(context: LookupContext, pass: string): Promise<LateQuestion> {
  const { db, passKey, clock, calendar } = context
  const now = clock()
  const { applicationId } = readPass(passKey, pass, now)
  return db.tx(async (tx) => {
    // Two taps at once are one question.
    await lockApplication(tx, applicationId)
    const lateSince = lateWithoutReason(await listSteps(tx, applicationId), dayOf(now))
    if (!lateSince) throw new ApiError('conflict')
    const asked = await findQuestion(tx, applicationId, lateSince)
    if (asked) return asked
    const due = addWorkingDays(calendar, dayOf(now), answerWorkingDays)
    const question = { askedAt: now.toISOString(), dueOn: due.kind === 'known' ? due.day : null }
    await insertQuestion(tx, applicationId, question)
    return question
  })
}

/** What was asked about the present lateness; nothing is looked up for applications that owe no reason. */
export async function questionOf(
  db: Queries,
  found: { applicationId: number; steps: readonly ApplicationStep[]; today: string },
): Promise<LateQuestion | null> {
  const lateSince = lateWithoutReason(found.steps, found.today)
  return lateSince ? ((await findQuestion(db, found.applicationId, lateSince)) ?? null) : null
}

/** The first instant after the promised day; undefined when it is not late, or when a reason has been given. */
function lateWithoutReason(steps: readonly ApplicationStep[], today: string): Date | undefined {
  const state = foldSteps(steps)
  if (!state?.promisedOn || state.lateReason !== null) return undefined
  if (!isOverdue(state.status, state.promisedOn, today)) return undefined
  return instantAt(addDays(state.promisedOn, 1), '00:00')
}

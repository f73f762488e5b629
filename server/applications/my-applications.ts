import type { OpenedApplication } from '#contract/applications.ts'
import { ApiError } from '../http/api-error.ts'
import type { SessionReader } from '../http/session-reader.ts'
import { listByPhone, listStepsOf } from './applications.repo.ts'
import { type LookupContext, opened } from './look-up.ts'

export interface ApplicationsContext extends LookupContext {
  sessions: SessionReader
}

/** What was filed with the number that Zalo vouched for in this session. */
export async function listMine(
  context: ApplicationsContext,
  authorization: string | undefined,
): Promise<OpenedApplication[]> {
  const session = await context.sessions.findSession(authorization)
  if (!session) throw new ApiError('unauthorised')
  // Signed in, but nobody has vouched for a number yet.
  if (!session.phoneHash) throw new ApiError('forbidden')
  const rows = await listByPhone(context.db, session.phoneHash, context.showDemo)
  const steps = await listStepsOf(
    context.db,
    rows.map(({ id }) => id),
  )
  const all = await Promise.all(
    rows.map((application) =>
      opened(context, { application, steps: steps.get(application.id) ?? [], full: true }),
    ),
  )
  return all.sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

import { hasUnsentFiles } from '#src/lib/unsent-files.ts'
import { keepForOffline } from './keep-for-offline.ts'

/** What the app does by itself once the first screen stands. */
export async function startLate(): Promise<void> {
  if (hasUnsentFiles()) void resumeFiles()
  await keepForOffline()
}

/** Files of a tip that the last visit could not send go on, without a word: who looks over the shoulder sees nothing. */
async function resumeFiles(): Promise<void> {
  const feature = await import('#src/features/tips/resume-files.ts').catch(() => undefined)
  await feature?.resumeFiles()
}

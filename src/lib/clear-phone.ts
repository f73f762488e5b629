import { removeAllCopies } from './copies.ts'
import { removeAllFiles } from './phone-files.ts'
import { resetPreferences } from './preferences.ts'
import { removeAllStored } from './storage.ts'
import { markUnsent } from './unsent-files.ts'

/** Everything this app keeps on the phone. What is on screen stays until it is loaded again. */
export async function clearPhone(): Promise<void> {
  removeAllCopies()
  resetPreferences()
  markUnsent(false)
  await removeAllFiles()
  await removeAllStored()
}

import { updates } from '#contract/updates.ts'
import { clientFor } from '#src/lib/api.ts'

export const updatesApi = clientFor({ updates }).updates

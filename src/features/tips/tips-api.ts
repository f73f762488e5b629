import { tips } from '#contract/tips.ts'
import { clientFor } from '#src/lib/api.ts'

export const tipsApi = clientFor({ tips })

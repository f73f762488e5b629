import { finder } from '#contract/finder.ts'
import { clientFor } from '#src/lib/api.ts'

export const finderApi = clientFor({ finder })

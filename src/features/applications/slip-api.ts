import { slip } from '#contract/slip.ts'
import { verification } from '#contract/verification.ts'
import { clientFor } from '#src/lib/api.ts'

export const slipApi = clientFor({ slip, verification })

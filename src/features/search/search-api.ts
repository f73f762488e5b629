import { search } from '#contract/search.ts'
import { clientFor } from '#src/lib/api.ts'

export const searchApi = clientFor({ search })

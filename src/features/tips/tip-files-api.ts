import { tipFiles } from '#contract/tip-files.ts'
import { clientFor } from '#src/lib/api.ts'

/** A part may take a minute where there is one bar of signal. Trying again is for `send-file`, which asks first how far it came. */
const patience = { timeout: 60_000, retryAfter: [] }

export const tipFilesApi = clientFor({ tipFiles }, patience).tipFiles

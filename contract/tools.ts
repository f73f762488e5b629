import { finder } from './finder.ts'
import { search } from './search.ts'
import { slip } from './slip.ts'
import { tips } from './tips.ts'
import { verification } from './verification.ts'

/** Endpoints of single screens, apart from `api` so that a phone loads their checks with those screens only. */
export const tools = { finder, search, slip, tips, verification }

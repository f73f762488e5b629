import { finder } from './finder.ts'
import { search } from './search.ts'
import { tips } from './tips.ts'

/** Endpoints of single screens, apart from `api` so that a phone loads their checks with those screens only. */
export const tools = { finder, search, tips }

import { entries } from './entries.ts'
import { finder } from './finder.ts'
import { guidePack } from './guide-pack.ts'
import { search } from './search.ts'
import { slip } from './slip.ts'
import { stations } from './stations.ts'
import { tipFiles } from './tip-files.ts'
import { tips } from './tips.ts'
import { updates } from './updates.ts'
import { verification } from './verification.ts'

/** Endpoints of single screens, apart from `api` so that a phone loads their checks with those screens only. */
export const tools = {
  entries,
  finder,
  guidePack,
  search,
  slip,
  stations,
  tips,
  tipFiles,
  updates,
  verification,
}

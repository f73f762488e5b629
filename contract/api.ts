import { applications } from './applications.ts'
import { guides } from './guides.ts'
import { news } from './news.ts'
import { session } from './session.ts'
import { unit } from './unit.ts'

/** What the Mini App may call from its first screen on. */
export const api = { unit, guides, news, applications, session }

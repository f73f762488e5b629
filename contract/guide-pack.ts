import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Guide } from './guides.ts'

/** Every guide as it reads today: small enough to be kept on every phone. */
export const GuidePack = v.object({ guides: v.array(Guide) })

export const guidePack = {
  get: endpoint({
    method: 'GET',
    path: '/guide-pack',
    summary: 'All guides in full, for phones to keep against the day without network',
    response: GuidePack,
    errors: [],
  }),
}

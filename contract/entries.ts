import * as v from 'valibot'
import { endpoint } from './endpoint.ts'

/** How people come to the app: from a station's sheet, from the Official Account's menu, from a link passed on. */
export const EntrySource = v.picklist(['qr', 'oa', 'share'])
export type EntrySource = v.InferOutput<typeof EntrySource>

export const entries = {
  count: endpoint({
    method: 'POST',
    path: '/entries',
    summary: 'Adds one to the sum of a day and a source; nothing else is kept, not even which station it was',
    body: v.object({ source: EntrySource }),
    response: v.object({ counted: v.literal(true) }),
    errors: ['invalid', 'too-large', 'rate-limited', 'unavailable'],
  }),
}

import * as v from 'valibot'
import { deskEndpoint } from './desk-endpoint.ts'
import { Day, Line } from './text.ts'

export const deskEntries = {
  sums: deskEndpoint({
    method: 'GET',
    path: '/desk/entries',
    summary:
      'How many came by a sheet, by the menu and by links passed on: sums of the last quarter, newest first',
    response: v.object({
      sums: v.array(v.object({ day: Day, source: Line, entries: v.pipe(v.number(), v.integer()) })),
    }),
    errors: [],
    desk: { roles: ['editor', 'supervisor', 'admin'], audit: 'entries.read' },
  }),
}

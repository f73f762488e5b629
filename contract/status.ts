import * as v from 'valibot'
import { endpoint } from './endpoint.ts'

/** Read by whoever watches the server, not by the Mini App. */
export const status = {
  health: endpoint({
    method: 'GET',
    path: '/health',
    summary: 'Answers while the process is alive',
    response: v.object({ status: v.literal('ok') }),
    errors: [],
  }),
  ready: endpoint({
    method: 'GET',
    path: '/ready',
    summary: 'Answers while the database answers too',
    response: v.object({ status: v.literal('ok'), database: v.picklist(['embedded', 'server']) }),
    errors: ['unavailable'],
  }),
}

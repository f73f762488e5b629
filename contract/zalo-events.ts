import * as v from 'valibot'
import { endpoint } from './endpoint.ts'

const Id = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.maxLength(64))

/** Zalo adds fields as it likes: only what is needed here is looked at. */
export const MiniAppEvent = v.looseObject({
  event: v.string(),
  appId: v.optional(Id),
  userId: v.optional(Id),
  timestamp: v.optional(Id),
})

export const OaEvent = v.looseObject({
  event_name: v.string(),
  app_id: v.optional(Id),
  oa_id: v.optional(Id),
  timestamp: v.optional(Id),
  user_id_by_app: v.optional(Id),
  follower: v.optional(v.looseObject({ id: v.optional(Id) })),
  message: v.optional(v.looseObject({ tracking_id: v.optional(Id), delivery_time: v.optional(Id) })),
})

const answer = {
  method: 'POST' as const,
  response: v.object({ ok: v.literal(true) }),
  errors: ['invalid', 'too-large', 'unauthorised', 'not-found', 'unavailable'] as const,
}

/** What Zalo tells us, signed. Called by the platform, not by the Mini App. */
export const zaloEvents = {
  miniApp: endpoint({
    ...answer,
    path: '/zalo/webhook/mini-app',
    summary: 'A person withdrew his consent, or a review of the Mini App ended',
    body: MiniAppEvent,
  }),
  oa: endpoint({
    ...answer,
    path: '/zalo/webhook/oa',
    summary: 'A message arrived, or a person follows the Official Account no longer',
    body: OaEvent,
  }),
}

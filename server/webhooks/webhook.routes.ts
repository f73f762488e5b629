import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { MiniAppEvent, OaEvent, zaloEvents } from '#contract/zalo-events.ts'
import { ApiError } from '../http/api-error.ts'
import { validate } from '../http/validate.ts'
import { isMiniAppEvent, isOaEvent } from '../zalo/event-signatures.ts'

/** What other areas do when Zalo speaks. Zalo repeats itself: everything must bear being done twice. */
export interface EventListeners {
  /** Menu → Quản lý quyền: the person withdrew consent and asks for deletion. */
  consentRevoked: (zaloUserId: string, at: Date) => Promise<void>
  unfollowed: (oaUserId: string, at: Date) => Promise<void>
  delivered: (trackingId: string, at: Date) => Promise<void>
}

export interface WebhookContext extends EventListeners {
  appId: string
  /** Of the Mini App Open API; without it that webhook does not exist. */
  apiKey: string | undefined
  oa: { id: string; secret: string } | undefined
  clock: () => Date
}

const largestEvent = 16 * 1024

/** Signatures are over the bytes as they came, so these two addresses see bodies before anybody parses them. */
export function webhookRoutes(app: FastifyInstance, context: WebhookContext): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: largestEvent },
      (_request, body, done) => done(null, body),
    )
    scope.post(`/api${zaloEvents.miniApp.path}`, async (request) => hearMiniApp(context, request))
    scope.post(`/api${zaloEvents.oa.path}`, async (request) => hearOa(context, request))
  })
}

const header = (request: FastifyRequest, name: string) => String(request.headers[name] ?? '')

async function hearMiniApp(
  { apiKey, appId, clock, consentRevoked }: WebhookContext,
  request: FastifyRequest,
) {
  if (!apiKey) throw new ApiError('not-found')
  const parsed = parse(request.body)
  if (!isMiniAppEvent(parsed, header(request, 'x-zevent-signature'), apiKey))
    throw new ApiError('unauthorised')
  const event = validate(MiniAppEvent, parsed)
  if (event.appId !== appId) throw new ApiError('unauthorised')
  if (event.event === 'user.revoke.consent' && event.userId) {
    await consentRevoked(event.userId, timeOf(event.timestamp, clock()))
  }
  return { ok: true }
}

async function hearOa(context: WebhookContext, request: FastifyRequest) {
  const { oa, appId, clock } = context
  if (!oa) throw new ApiError('not-found')
  const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const parsed = parse(raw)
  const timestamps = [header(request, 'x-zevent-timestamp'), v.parse(Stamped, parsed).timestamp]
  const signed = isOaEvent(raw, header(request, 'x-zevent-signature'), timestamps, {
    appId,
    oaSecret: oa.secret,
  })
  if (!signed) throw new ApiError('unauthorised')
  const event = validate(OaEvent, parsed)
  if (event.oa_id !== undefined && event.oa_id !== oa.id) throw new ApiError('unauthorised')
  await handleOaEvent(context, event, timeOf(event.timestamp, clock()))
  return { ok: true }
}

async function handleOaEvent(context: WebhookContext, event: v.InferOutput<typeof OaEvent>, at: Date) {
  const { event_name: name, follower, message } = event
  if (name === 'unfollow' && follower?.id) await context.unfollowed(follower.id, at)
  // The same name stands for ordinary chat messages, which carry no tracking id of ours.
  if (name === 'user_received_message' && message?.tracking_id) {
    await context.delivered(message.tracking_id, timeOf(message.delivery_time, at))
  }
}

const Stamped = v.looseObject({
  timestamp: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''),
})

function parse(body: unknown): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '')
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Whatever it was, it is not what Zalo sends.
  }
  throw new ApiError('invalid')
}

/** Milliseconds as Zalo writes them. Never later than now: a consent given after an event must outlive it. */
function timeOf(timestamp: string | undefined, now: Date): Date {
  const ms = Number(timestamp)
  return ms > 0 && ms < now.getTime() ? new Date(ms) : now
}

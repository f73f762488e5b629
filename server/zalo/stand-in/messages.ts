import type { Exchange, Handler } from './exchange.ts'
import { withFaults } from './faults.ts'

// Template messages and Mini App notifications. What went out is listed at GET /_control.
//   tracking_id outage-…   HTTP 503, and the message is NOT sent
//   tracking_id silent-…   no answer, and the message IS sent: a timeout means "unknown", not "failed"
//   phone ending in 118    error -118: no Zalo account
//   quota used up          error -147, our number (template) or -109 (notification); set it by POST /_control {quota}
//   user in `refusing`     error -114, our number (template) or -111 (notification); {refusing:["…"]}
//   template withdrawn     error -131, our number; {templateApproved: false}
//   at night               error -133; {night: true}
//   faults                 see faults.ts; {faults: {send: ["silence-after", …], token: […], status: […]}}
// The same tracking id twice is sent twice, so that a test sees it. GET /message/status tells what became of one; no
// source says that the real address takes a tracking id, so {tellsStatus: false} plays a Zalo that does not.

export const messageRoutes: Record<string, Handler> = {
  'POST /v3.0/oa/message/template': (exchange) => sendTemplate(exchange, exchange.text('user_id')),
  'POST /message/template': (exchange) => sendTemplate(exchange, exchange.text('phone')),
  'GET /message/status': (exchange) => withFaults(exchange, 'status', () => tellStatus(exchange)),
  'POST /notification/template': (exchange) => {
    const { state, header, body, answer } = exchange
    const to = header('x-user-id')
    if (header('x-api-key') !== `Bearer ${state.apiKey}`) return answer({ err: -102, msg: 'Invalid key' })
    if (header('x-miniapp-id') === '') return answer({ err: -114, msg: 'Invalid mini app' })
    if (to === '' || !body['templateId']) return answer({ err: -100, msg: 'Missing parameter' })
    if (state.refusing.includes(to)) return answer({ err: -111, msg: 'User did not allow notifications' })
    if (state.quota < 1) return answer({ err: -109, msg: 'Out of quota' })
    answer({ err: 0, msg: 'Success', data: { msgId: deliver(exchange, to, 'templateId', 'templateData') } })
  },
}

function sendTemplate(exchange: Exchange, to: string) {
  const tracking = exchange.text('tracking_id')
  if (tracking.startsWith('outage-')) return exchange.answer(failure(-1, 'Service Unavailable'), 503)
  const refusal = refusalOf(exchange, to)
  if (tracking.startsWith('silent-') && !refusal) {
    deliver(exchange, to, 'template_id', 'template_data', tracking)
    return
  }
  withFaults(exchange, 'send', () => refusal ?? accept(exchange, to, tracking))
}

function refusalOf({ state, body, header }: Exchange, to: string) {
  if (header('access_token') !== state.oa.accessToken) return failure(-220, 'Access token has expired')
  if (!/^\d+$/.test(to)) return failure(-108, 'Receiver is invalid')
  if (!body['template_id']) return failure(-109, 'Template id is invalid')
  if (!state.templateApproved) return failure(-131, 'Template has not been approved')
  if (state.night) return failure(-133, 'Not allowed to send at night')
  if (to.endsWith('118')) return failure(-118, 'Zalo account not existed')
  if (state.refusing.includes(to)) return failure(-114, 'User is inactive or refuses to receive the message')
  if (state.quota < 1) return failure(-147, 'Out of daily quota')
  return undefined
}

function accept(exchange: Exchange, to: string, tracking: string) {
  const id = deliver(exchange, to, 'template_id', 'template_data', tracking)
  const quota = { dailyQuota: '500', remainingQuota: String(exchange.state.quota) }
  return { error: 0, message: 'Success', data: { msg_id: id, sent_time: String(Date.now()), quota } }
}

function tellStatus({ state, header, url }: Exchange) {
  if (header('access_token') !== state.oa.accessToken) return failure(-220, 'Access token has expired')
  if (!state.tellsStatus) return failure(-107, 'Message id is invalid')
  const tracking = url.searchParams.get('tracking_id')
  const found = state.sent.some(({ trackingId }) => trackingId === tracking)
  return { error: 0, message: 'Success', data: { status: found ? 1 : -1 } }
}

function deliver(
  { state, body, text }: Exchange,
  to: string,
  template: string,
  data: string,
  trackingId = '',
): string {
  state.quota -= 1
  state.sent.push({
    to,
    templateId: text(template),
    data: body[data],
    ...(trackingId ? { trackingId } : {}),
  })
  return `msg-${state.sent.length}`
}

function failure(error: number, message: string) {
  return { error, message }
}

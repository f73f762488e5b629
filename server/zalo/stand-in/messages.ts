import type { Exchange, Handler } from './exchange.ts'

// Template messages and Mini App notifications. What went out is listed at GET /_control.
//   tracking_id outage-…   HTTP 503, and the message is NOT sent
//   tracking_id silent-…   no answer, and the message IS sent: a timeout means "unknown", not "failed"
//   phone ending in 118    error -118: no Zalo account
//   quota used up          error -147, our number (template) or -109 (notification); set it by POST /_control {quota}
//   user in `refusing`     error -111 (notification); set it by POST /_control {refusing:["…"]}

export const messageRoutes: Record<string, Handler> = {
  'POST /v3.0/oa/message/template': (exchange) => sendTemplate(exchange, exchange.text('user_id')),
  'POST /message/template': (exchange) => sendTemplate(exchange, exchange.text('phone')),
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
  const { state, body, header, answer } = exchange
  const tracking = exchange.text('tracking_id')
  if (header('access_token') !== state.oa.accessToken)
    return answer(failure(-220, 'Access token has expired'))
  if (tracking.startsWith('outage-')) return answer(failure(-1, 'Service Unavailable'), 503)
  if (!/^\d+$/.test(to)) return answer(failure(-108, 'Receiver is invalid'))
  if (!body['template_id']) return answer(failure(-109, 'Template id is invalid'))
  if (to.endsWith('118')) return answer(failure(-118, 'Zalo account not existed'))
  if (state.quota < 1) return answer(failure(-147, 'Out of daily quota'))
  const id = deliver(exchange, to, 'template_id', 'template_data', tracking)
  if (tracking.startsWith('silent-')) return
  const quota = { dailyQuota: '500', remainingQuota: String(state.quota) }
  answer({
    error: 0,
    message: 'Success',
    data: { msg_id: id, sent_time: String(Date.now()), quota },
  })
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

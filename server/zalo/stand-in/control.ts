import type { Exchange, Handler } from './exchange.ts'
import { type FaultPlace, isFault, type State, type Trouble } from './state.ts'
import { sendMiniAppEvent, sendOaEvent } from './webhooks.ts'

// GET  /_control            what was sent, the quota, the current OA tokens
// POST /_control            {trouble: none|outage|silence} for everything, {quota: 0}, {refusing: ["id"]}, and what
//                           messages.ts lists; {expireAccess: true} and {revokeRefresh: true} end tokens of the OA
// POST /_control/webhook    {url, kind: mini-app|oa, event: {…}, signature?: right|wrong}: sends it, tells the answer

export const controlRoutes: Record<string, Handler> = {
  'GET /_control': ({ state, answer }) => {
    const { sent, quota, refusing, trouble, oa } = state
    answer({ sent, quota, refusing, trouble, oa })
  },
  'POST /_control': ({ state, body, answer }) => {
    const troubles: Trouble[] = ['none', 'outage', 'silence']
    state.trouble = troubles.find((name) => name === body['trouble']) ?? state.trouble
    if (typeof body['quota'] === 'number') state.quota = body['quota']
    if (Array.isArray(body['refusing'])) state.refusing = body['refusing'].map(String)
    for (const name of ['templateApproved', 'tellsStatus', 'night'] as const) {
      if (typeof body[name] === 'boolean') state[name] = body[name]
    }
    layFaults(state, body['faults'])
    if (body['expireAccess'] === true) state.oa.accessToken = 'expired'
    if (body['revokeRefresh'] === true) state.oa.refreshToken = 'revoked'
    answer({ ok: true })
  },
  'POST /_control/webhook': async (exchange) => exchange.answer(await sendWebhook(exchange)),
}

function layFaults(state: State, given: unknown) {
  for (const [place, faults] of Object.entries(given ?? {})) {
    if (place in state.faults && Array.isArray(faults)) {
      state.faults[place as FaultPlace] = faults.filter(isFault)
    }
  }
}

async function sendWebhook({ state, body, text }: Exchange) {
  const url = text('url')
  const event = { ...(body['event'] as Record<string, unknown>) }
  const signature = body['signature'] === 'wrong' ? 'wrong' : 'right'
  if (body['kind'] === 'oa') return sendOaEvent(url, event, state, signature)
  const whole = { appId: state.appId, timestamp: Date.now(), ...event }
  return sendMiniAppEvent(url, whole, state.apiKey, signature)
}

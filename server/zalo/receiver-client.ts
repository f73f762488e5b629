import { askZalo, numberOf, textOf, type Answer, type ZaloCall } from './ask-zalo.ts'
import { type GraphConfig, proven } from './graph-client.ts'

/** Who asks to be written to, as our app and as the Official Account know him. */
export type FoundReceiver =
  | { ok: true; zaloUserId: string; oaUserId?: string; phone?: string }
  | { ok: false; reason: 'refused' | 'unavailable' }

export interface ReceiverClient {
  /** `phoneToken` comes from Zalo's consent sheet, works once and lives two minutes. */
  find(accessToken: string, phoneToken?: string): Promise<FoundReceiver>
}

type Refused = Extract<FoundReceiver, { ok: false }>

const id = /^\w{1,64}$/

export function createReceiverClient(config: GraphConfig & ZaloCall): ReceiverClient {
  const graph = `${config.graphUrl.replace(/\/+$/, '')}/v2.0/me`
  const headersFor = (accessToken: string) => proven(accessToken, config.appSecret)
  return {
    async find(accessToken, phoneToken) {
      const me = await askZalo(
        `${graph}?fields=id,user_id_by_oa`,
        { headers: headersFor(accessToken) },
        config,
      )
      if (!answersWell(me)) return refusal(me)
      const zaloUserId = textOf(me.body['id'])
      const oaUserId = textOf(me.body['user_id_by_oa'])
      if (!zaloUserId || !id.test(zaloUserId)) return { ok: false, reason: 'refused' }
      const found = { ok: true, zaloUserId, ...(oaUserId && id.test(oaUserId) ? { oaUserId } : {}) } as const
      if (!phoneToken) return found
      const headers = { ...headersFor(accessToken), code: phoneToken, secret_key: config.appSecret }
      const info = await askZalo(`${graph}/info`, { headers }, config)
      if (!answersWell(info)) return refusal(info)
      const { number } = (info.body['data'] ?? {}) as { number?: unknown }
      const phone = textOf(number)
      return phone && /^84\d{8,10}$/.test(phone) ? { ...found, phone } : { ok: false, reason: 'refused' }
    },
  }
}

type Answered = Extract<Answer, { kind: 'answered' }>

function answersWell(answer: Answer): answer is Answered {
  return answer.kind === 'answered' && answer.status === 200 && numberOf(answer.body['error'] ?? 0) === 0
}

function refusal(answer: Answer): Refused {
  return { ok: false, reason: answer.kind === 'answered' ? 'refused' : 'unavailable' }
}

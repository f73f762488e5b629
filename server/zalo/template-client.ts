import { askZalo, numberOf, textOf, type Answer, type ZaloCall } from './ask-zalo.ts'
import { refusalOf, type Refusal } from './template-refusals.ts'

export interface TemplateConfig extends ZaloCall {
  /** `https://openapi.zalo.me`: by user id. */
  openApiUrl: string
  /** `https://business.openapi.zalo.me`: by phone, and what became of a message. */
  businessUrl: string
  templateId: string
}

export interface TemplateMessage {
  to: { oaUserId: string } | { phone: string }
  /** Ours, and the same for every try of one message. */
  trackingId: string
  data: Record<string, string>
}

export type SendOutcome =
  | { kind: 'sent'; remainingQuota: number | undefined }
  /** Certainly not sent. */
  | { kind: 'not-sent'; why: Refusal | 'not-reached'; code?: number }
  | { kind: 'unknown' }

/** `unclear`: Zalo did not say. `token`: it did not even accept the question. */
export type Fate = 'sent' | 'not-sent' | 'unclear' | 'token'

export interface TemplateClient {
  send(accessToken: string, message: TemplateMessage): Promise<SendOutcome>
  /** What became of a request whose answer is not known. */
  lookUp(accessToken: string, trackingId: string): Promise<Fate>
}

export function createTemplateClient(config: TemplateConfig): TemplateClient {
  const [openApi, business] = [config.openApiUrl, config.businessUrl].map((url) => url.replace(/\/+$/, ''))
  return {
    async send(accessToken, { to, trackingId, data }) {
      const byUser = 'oaUserId' in to
      const receiver = byUser ? { user_id: to.oaUserId } : { phone: to.phone }
      const url = byUser ? `${openApi}/v3.0/oa/message/template` : `${business}/message/template`
      const headers = { access_token: accessToken, 'content-type': 'application/json' }
      const content = { template_id: config.templateId, template_data: data, tracking_id: trackingId }
      const body = JSON.stringify({ ...receiver, ...content })
      return readOutcome(await askZalo(url, { method: 'POST', headers, body }, config))
    },
    async lookUp(accessToken, trackingId) {
      const url = `${business}/message/status?tracking_id=${encodeURIComponent(trackingId)}`
      return readFate(await askZalo(url, { headers: { access_token: accessToken } }, config))
    },
  }
}

function readOutcome(answer: Answer): SendOutcome {
  if (answer.kind === 'not-reached') return { kind: 'not-sent', why: 'not-reached' }
  if (answer.kind === 'unknown') return answer
  const { body, status } = answer
  if (status === 429) return { kind: 'not-sent', why: 'busy', code: 429 }
  const code = numberOf(body['error'])
  if (code === undefined) return { kind: 'unknown' }
  if (code === 0) return { kind: 'sent', remainingQuota: remainingQuota(body['data']) }
  const why = refusalOf(code, textOf(body['message']) ?? '')
  return why ? { kind: 'not-sent', why, code } : { kind: 'unknown' }
}

function remainingQuota(data: unknown): number | undefined {
  const { quota } = (data ?? {}) as { quota?: { remainingQuota?: unknown } }
  return numberOf(quota?.remainingQuota)
}

/** Status 1 is delivered, 0 accepted and on its way, -1 unknown to Zalo; anything else says nothing. */
function readFate(answer: Answer): Fate {
  if (answer.kind !== 'answered') return 'unclear'
  const code = numberOf(answer.body['error'])
  if (code !== 0) return code !== undefined && refusalOf(code, '') === 'token' ? 'token' : 'unclear'
  const { status } = (answer.body['data'] ?? {}) as { status?: unknown }
  const number = numberOf(status)
  if (number === 0 || number === 1) return 'sent'
  return number === -1 ? 'not-sent' : 'unclear'
}

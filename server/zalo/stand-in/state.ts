export interface StandInOptions {
  /** 0 lets the system choose. */
  port?: number
  appId?: string
  appSecret?: string
  /** Of the Official Account: signs its webhook and its token requests. */
  oaSecret?: string
  /** Of the Mini App Open API: sends notifications and signs the Mini App webhook. */
  apiKey?: string
  oaRefreshToken?: string
}

/** How the whole stand-in, or one group of addresses, misbehaves until told otherwise. */
export type Trouble = 'none' | 'outage' | 'silence'

interface Sent {
  to: string
  templateId: string
  trackingId?: string
  data: unknown
}

export type State = ReturnType<typeof createState>

export function createState(options: StandInOptions) {
  return {
    appId: options.appId ?? 'stand-in-app',
    appSecret: options.appSecret ?? 'stand-in-secret',
    oaSecret: options.oaSecret ?? 'stand-in-oa-secret',
    apiKey: options.apiKey ?? 'stand-in-api-key',
    trouble: 'none' as Trouble,
    /** Codes of `/v2.0/me/info` that were used: each works once. */
    usedCodes: new Set<string>(),
    oa: { refreshToken: options.oaRefreshToken ?? 'oa-refresh-0', accessToken: 'oa-access-0', turn: 0 },
    quota: 500,
    /** Users of the Mini App who may not be notified: -111. */
    refusing: [] as string[],
    sent: [] as Sent[],
    shared: 0,
  }
}

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

/** What goes wrong with single requests, one after the other; `…-after`: only when the work is done. */
const faults = ['outage', 'outage-after', 'silence', 'silence-after', 'reset-after', 'busy'] as const
export type Fault = (typeof faults)[number]
export const isFault = (value: unknown): value is Fault => faults.some((fault) => fault === value)

/** The addresses that faults can be laid in wait at. */
export type FaultPlace = 'send' | 'token' | 'status'

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
    /** Who may not be written to. */
    refusing: [] as string[],
    /** Whom the Official Account may not write to yet: graph does not tell their id of it. */
    strangers: [] as string[],
    faults: { send: [] as Fault[], token: [] as Fault[], status: [] as Fault[] },
    templateApproved: true,
    /** Whether Zalo answers what became of a message. */
    tellsStatus: true,
    night: false,
    sent: [] as Sent[],
    /** Called at the moments at which a test may want to pull the plug. */
    onMoment: (_moment: 'arrived' | 'done' | 'answered', _place: FaultPlace): void => undefined,
    shared: 0,
  }
}

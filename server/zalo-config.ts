type Env = Record<string, string | undefined>

/** How to reach Zalo, and as whom. */
export interface ZaloConfig {
  appId: string
  appSecret: string
  graphUrl: string
  oauthUrl: string
  openApiUrl: string
  businessUrl: string
  /** Of the Mini App Open API: signs the events of the Mini App. */
  apiKey: string | undefined
  oa: OaConfig | undefined
}

/** The Official Account that writes to citizens. */
export interface OaConfig {
  id: string
  /** Signs its events. */
  secret: string
  /** From an administrator's consent; every use of it gives the next one, which lives in the database. */
  refreshToken: string
  /** Of the template message for changed applications. */
  templateId: string
}

const standIn = 'http://127.0.0.1:8090'
const addresses = {
  ZALO_GRAPH_URL: 'https://graph.zalo.me',
  ZALO_OAUTH_URL: 'https://oauth.zaloapp.com',
  ZALO_OPENAPI_URL: 'https://openapi.zalo.me',
  ZALO_BUSINESS_URL: 'https://business.openapi.zalo.me',
}
type AddressName = keyof typeof addresses
const oaVariables = ['ZALO_OA_SECRET', 'ZALO_OA_REFRESH_TOKEN', 'ZALO_TEMPLATE_ID'] as const

/** Outside production everything is the stand-in, which knows these names. */
export function readZaloConfig(env: Env, production: boolean): ZaloConfig {
  const address = (name: AddressName) => env[name] || (production ? addresses[name] : standIn)
  const value = (name: string, playing: string) => env[name] || (production ? '' : playing)
  const oaId = value('ZALO_OA_ID', '1000000000000000001')
  return {
    appId: value('ZALO_APP_ID', 'stand-in-app'),
    appSecret: value('ZALO_APP_SECRET', 'stand-in-secret'),
    graphUrl: address('ZALO_GRAPH_URL'),
    oauthUrl: address('ZALO_OAUTH_URL'),
    openApiUrl: address('ZALO_OPENAPI_URL'),
    businessUrl: address('ZALO_BUSINESS_URL'),
    apiKey: value('ZALO_API_KEY', 'stand-in-api-key') || undefined,
    oa: oaId
      ? {
          id: oaId,
          secret: value('ZALO_OA_SECRET', 'stand-in-oa-secret'),
          refreshToken: value('ZALO_OA_REFRESH_TOKEN', 'oa-refresh-0'),
          templateId: value('ZALO_TEMPLATE_ID', 'stand-in-template'),
        }
      : undefined,
  }
}

const isLocal = (url: string) => /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(url)

/** Telling people is optional; half of what it needs is a mistake. */
export function zaloProductionProblems(env: Env, config: ZaloConfig): string[] {
  const problems: string[] = []
  if (!config.appId) problems.push('ZALO_APP_ID is missing.')
  if (!config.appSecret) problems.push('ZALO_APP_SECRET is missing.')
  for (const [name, url] of [
    ['ZALO_GRAPH_URL', config.graphUrl],
    ['ZALO_OAUTH_URL', config.oauthUrl],
    ['ZALO_OPENAPI_URL', config.openApiUrl],
    ['ZALO_BUSINESS_URL', config.businessUrl],
  ] as const) {
    if (isLocal(url) || !url.startsWith('https://')) {
      problems.push(`${name} points to a stand-in or is not https.`)
    }
  }
  for (const name of oaVariables) {
    if (config.oa && !env[name])
      problems.push(`${name} is missing: ZALO_OA_ID is set, so messages are to be sent.`)
    if (!config.oa && env[name]) problems.push(`ZALO_OA_ID is missing, but ${name} is set.`)
  }
  if (config.oa && !config.apiKey) {
    problems.push('ZALO_API_KEY is missing: without it nobody hears when a citizen withdraws consent.')
  }
  return problems
}

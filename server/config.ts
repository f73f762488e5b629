import { decodeKey } from './keys/keys.ts'
import { readZaloConfig, type ZaloConfig, zaloProductionProblems } from './zalo-config.ts'

export interface Config {
  production: boolean
  host: string
  port: number
  dataDir: string
  databaseUrl: string | undefined
  portalKey: string | undefined
  identityKey: string | undefined
  /** The keys before, while they are being changed. */
  oldPortalKey: string | undefined
  oldIdentityKey: string | undefined
  demo: boolean
  /** Proxies in front of us whose word on the caller's address counts. */
  trustedProxies: number
  /** Browser origins besides Zalo's that may call the API. */
  previewOrigin: string | undefined
  publicUrl: string | undefined
  zalo: ZaloConfig
  /** How long a sent message is remembered. */
  messageDays: number
  /** The server itself removes at night what of the tips has had its time. */
  dailyRetention: boolean
}

type Env = Record<string, string | undefined>

const off = ['0', 'off', 'false', 'no']

/** Reads the environment once, at start; throws one error that names everything that is wrong. */
export function readConfig(env: Env): Config {
  const production = env.NODE_ENV === 'production'
  const config: Config = {
    production,
    host: env.HOST || '127.0.0.1',
    port: Number(env.PORT || 8080),
    dataDir: env.DATA_DIR || '.data',
    databaseUrl: env.DATABASE_URL || undefined,
    portalKey: env.PORTAL_KEY || undefined,
    identityKey: env.PORTAL_IDENTITY_KEY || undefined,
    oldPortalKey: env.PORTAL_KEY_OLD || undefined,
    oldIdentityKey: env.PORTAL_IDENTITY_KEY_OLD || undefined,
    demo: env.DEMO ? !off.includes(env.DEMO.toLowerCase()) : !production,
    trustedProxies: Number(env.TRUSTED_PROXIES || 0),
    previewOrigin: env.PREVIEW_ORIGIN || undefined,
    publicUrl: env.PUBLIC_URL || undefined,
    zalo: readZaloConfig(env, production),
    messageDays: Number(env.MESSAGE_DAYS || 30),
    dailyRetention: env.TIPS_RETENTION === 'daily',
  }
  const problems = [...formProblems(config, env), ...(production ? productionProblems(config, env) : [])]
  if (problems.length > 0) throw new Error(`The configuration is not usable:\n- ${problems.join('\n- ')}`)
  return config
}

function formProblems(config: Config, env: Env): string[] {
  const problems: string[] = []
  if (!Number.isInteger(config.port) || config.port < 0 || config.port > 65_535)
    problems.push('PORT must be 0…65535.')
  if (!Number.isInteger(config.trustedProxies) || config.trustedProxies < 0) {
    problems.push('TRUSTED_PROXIES must be the number of proxies in front of this server.')
  }
  if (!Number.isInteger(config.messageDays) || config.messageDays < 1) {
    problems.push('MESSAGE_DAYS must be a number of days, at least 1.')
  }
  if (env.TIPS_RETENTION && !config.dailyRetention && !off.includes(env.TIPS_RETENTION.toLowerCase())) {
    problems.push('TIPS_RETENTION must be daily or off.')
  }
  for (const [name, value] of [
    ['PORTAL_KEY', config.portalKey],
    ['PORTAL_IDENTITY_KEY', config.identityKey],
    ['PORTAL_KEY_OLD', config.oldPortalKey],
    ['PORTAL_IDENTITY_KEY_OLD', config.oldIdentityKey],
  ] as const) {
    if (value) problems.push(...problemOf(() => decodeKey(name, value)))
  }
  if (config.portalKey && config.portalKey === config.identityKey) {
    problems.push('PORTAL_KEY and PORTAL_IDENTITY_KEY must differ: they keep identity apart from the story.')
  }
  return problems
}

function problemOf(check: () => unknown): string[] {
  try {
    check()
    return []
  } catch (error) {
    return [`${(error as Error).message}.`]
  }
}

function productionProblems(config: Config, env: Env): string[] {
  const problems: string[] = []
  if (!config.portalKey) problems.push('PORTAL_KEY is missing.')
  if (!config.identityKey) problems.push('PORTAL_IDENTITY_KEY is missing.')
  problems.push(...zaloProductionProblems(env, config.zalo))
  if (config.demo) problems.push('DEMO is on: invented data must not reach citizens.')
  if (!config.publicUrl) problems.push('PUBLIC_URL is missing: the https address that citizens reach.')
  else if (!config.publicUrl.startsWith('https://')) problems.push('PUBLIC_URL is not https.')
  return problems
}

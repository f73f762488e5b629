import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const otherKey = Buffer.alloc(32, 2).toString('base64')
const production = {
  NODE_ENV: 'production',
  PORTAL_KEY: key,
  PORTAL_IDENTITY_KEY: otherKey,
  ZALO_APP_ID: '1234567890',
  ZALO_APP_SECRET: 'secret',
  PUBLIC_URL: 'https://portal.example.vn',
}

test('production without anything names everything that is missing, at once', () => {
  expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
    [
      'The configuration is not usable:',
      '- PORTAL_KEY is missing.',
      '- PORTAL_IDENTITY_KEY is missing.',
      '- ZALO_APP_ID is missing.',
      '- ZALO_APP_SECRET is missing.',
      '- PUBLIC_URL is missing: the https address that citizens reach.',
    ].join('\n'),
  )
})

test.for([
  ['a demonstration', { DEMO: 'on' }, 'DEMO is on: invented data must not reach citizens.'],
  [
    'the stand-in',
    { ZALO_GRAPH_URL: 'http://127.0.0.1:8090' },
    'ZALO_GRAPH_URL points to a stand-in or is not https.',
  ],
  [
    'a stand-in behind https',
    { ZALO_GRAPH_URL: 'https://localhost:8090' },
    'ZALO_GRAPH_URL points to a stand-in',
  ],
  [
    'a graph without encryption',
    { ZALO_GRAPH_URL: 'http://graph.zalo.me' },
    'ZALO_GRAPH_URL points to a stand-in',
  ],
  [
    'a public address without encryption',
    { PUBLIC_URL: 'http://portal.example.vn' },
    'PUBLIC_URL is not https.',
  ],
  ['an empty key', { PORTAL_KEY: '' }, 'PORTAL_KEY is missing.'],
  [
    'messages through the stand-in',
    { ZALO_BUSINESS_URL: 'http://127.0.0.1:8090' },
    'ZALO_BUSINESS_URL points',
  ],
  [
    'tokens from the stand-in',
    { ZALO_OAUTH_URL: 'https://localhost' },
    'ZALO_OAUTH_URL points to a stand-in',
  ],
  ['messages without encryption', { ZALO_OPENAPI_URL: 'http://openapi.zalo.me' }, 'ZALO_OPENAPI_URL points'],
  ['an account without its secret', { ZALO_OA_ID: '1' }, 'ZALO_OA_SECRET is missing: ZALO_OA_ID is set'],
  ['an account without a template', { ZALO_OA_ID: '1' }, 'ZALO_TEMPLATE_ID is missing: ZALO_OA_ID is set'],
  ['an account without consent', { ZALO_OA_ID: '1' }, 'ZALO_OA_REFRESH_TOKEN is missing: ZALO_OA_ID is set'],
  ['an account that hears no withdrawal', { ZALO_OA_ID: '1' }, 'ZALO_API_KEY is missing'],
  ['a template without an account', { ZALO_TEMPLATE_ID: '5' }, 'ZALO_OA_ID is missing, but ZALO_TEMPLATE_ID'],
] as const)('production refuses %s', ([, change, problem]) => {
  expect(() => readConfig({ ...production, ...change })).toThrow(problem)
})

test.for([
  ['a retention nobody knows', { TIPS_RETENTION: 'weekly' }, 'TIPS_RETENTION must be daily or off.'],
  ['a port that is no number', { PORT: 'http' }, 'PORT must be 0…65535.'],
  ['a port with a tail', { PORT: '8080a' }, 'PORT must be 0…65535.'],
  ['a negative port', { PORT: '-1' }, 'PORT must be 0…65535.'],
  ['a port that does not exist', { PORT: '65536' }, 'PORT must be 0…65535.'],
  ['half a proxy', { TRUSTED_PROXIES: '0.5' }, 'TRUSTED_PROXIES must be the number of proxies'],
  ['any proxy', { TRUSTED_PROXIES: 'true' }, 'TRUSTED_PROXIES must be the number of proxies'],
  ['a memory of no days', { MESSAGE_DAYS: '0' }, 'MESSAGE_DAYS must be a number of days'],
  ['a short key', { PORTAL_KEY: 'abc' }, 'PORTAL_KEY must be 32 bytes in base64'],
  ['a short identity key', { PORTAL_IDENTITY_KEY: 'abc' }, 'PORTAL_IDENTITY_KEY must be 32 bytes in base64'],
  [
    'one key for both',
    { PORTAL_KEY: key, PORTAL_IDENTITY_KEY: key },
    'PORTAL_KEY and PORTAL_IDENTITY_KEY must differ',
  ],
] as const)('%s is refused everywhere', ([, env, problem]) => {
  expect(() => readConfig(env)).toThrow(problem)
  expect(() => readConfig({ ...production, ...env })).toThrow(problem)
})

test('no message repeats a secret', () => {
  const secret = 'not-quite-a-key-but-still-secret'
  expect(() => readConfig({ PORTAL_KEY: secret })).toThrow(/^(?!.*not-quite)/s)
})

test('without any variable it runs on this machine, with demonstration and stand-in', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    host: '127.0.0.1',
    port: 8080,
    dataDir: '.data',
    databaseUrl: undefined,
    demo: true,
    trustedProxies: 0,
    zalo: { graphUrl: 'http://127.0.0.1:8090' },
  })
})

test('a complete production configuration is accepted, without demonstration and with the real graph', () => {
  expect(readConfig(production)).toMatchObject({ demo: false, zalo: { graphUrl: 'https://graph.zalo.me' } })
})

test('production without an Official Account sends nothing; with all of it, through the real Zalo', () => {
  expect(readConfig(production).zalo.oa).toBeUndefined()
  const account = {
    ZALO_OA_ID: '1',
    ZALO_OA_SECRET: 's',
    ZALO_OA_REFRESH_TOKEN: 'r',
    ZALO_TEMPLATE_ID: '5',
    ZALO_API_KEY: 'k',
  }
  expect(readConfig({ ...production, ...account }).zalo).toMatchObject({
    oauthUrl: 'https://oauth.zaloapp.com',
    openApiUrl: 'https://openapi.zalo.me',
    businessUrl: 'https://business.openapi.zalo.me',
    oa: { id: '1', secret: 's', refreshToken: 'r', templateId: '5' },
  })
})

test.for([
  ['0', false],
  ['off', false],
  ['OFF', false],
  ['false', false],
  ['no', false],
  ['1', true],
  ['on', true],
  ['', true],
] as const)('DEMO=%s outside production means %s', ([DEMO, demo]) => {
  expect(readConfig({ DEMO }).demo).toBe(demo)
})

test('PORT=0 asks for any free port', () => {
  expect(readConfig({ PORT: '0' }).port).toBe(0)
})

test.for([
  [undefined, false],
  ['off', false],
  ['daily', true],
] as const)('TIPS_RETENTION=%s means %s', ([TIPS_RETENTION, daily]) => {
  expect(readConfig({ TIPS_RETENTION }).dailyRetention).toBe(daily)
})

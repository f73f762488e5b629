import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { api } from '#contract/api.ts'
import { status } from '#contract/status.ts'
import type { Notice } from '#contract/unit.ts'
import { applicationRoutes } from './applications/applications.routes.ts'
import type { Content } from './content/content.ts'
import type { Database } from './db/database.ts'
import { guideRoutes } from './guides/guides.routes.ts'
import { ApiError } from './http/api-error.ts'
import { answerError, answerErrors } from './http/error-answer.ts'
import { openApiDocument } from './http/openapi.ts'
import { PageCache } from './http/page-cache.ts'
import { logRequests } from './http/request-log.ts'
import { contentPolicy, serveFiles, servePreview } from './http/files.ts'
import { acceptStrictJson } from './http/strict-json.ts'
import type { Keys } from './keys/keys.ts'
import { newsRoutes } from './news/news.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { sessionReader } from './session/sessions.repo.ts'
import { statusRoutes } from './status/status.routes.ts'
import { tipRoutes } from './tips/tips.routes.ts'
import { unitRoutes } from './unit/unit.routes.ts'
import type { GraphClient } from './zalo/graph-client.ts'

export interface AppContext {
  db: Database
  content: Content
  /** Pinned notices: the unit's own and, in a demonstration, invented ones. */
  notices: readonly Notice[]
  keys: Keys
  graph: GraphClient
  demo: boolean
  clock: () => Date
  /** Folder of pictures and other served files. */
  filesDir: string
  /** The built Mini App for the preview; none in tests of the API. */
  wwwDir?: string | undefined
  previewOrigin?: string | undefined
  trustedProxies?: number
  logger?: FastifyServerOptions['logger']
  /** Validate every answer by the contract: in tests. */
  checkAnswers?: boolean
}

/** Android and iOS give the Mini App these origins. */
const zaloOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']
const largestBody = 64 * 1024

/** Wires the areas into one server; knows neither port nor environment. */
export async function createApp(context: AppContext): Promise<FastifyInstance> {
  const app = Fastify({
    logger: context.logger ?? false,
    disableRequestLogging: true,
    bodyLimit: largestBody,
    trustProxy: (_, hop) => hop < (context.trustedProxies ?? 0),
    genReqId: () => randomBytes(6).toString('base64url'),
    // Addresses that cannot even be routed get the same form.
    frameworkErrors: answerError,
  })
  app.decorate('checkAnswers', context.checkAnswers ?? false)
  acceptStrictJson(app)
  answerErrors(app)
  logRequests(app)
  await addPlugins(app, context)
  addAreas(app, context)
  if (context.wwwDir) await servePreview(app, context.wwwDir)
  return app
}

async function addPlugins(app: FastifyInstance, { previewOrigin }: AppContext): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: contentPolicy, crossOriginResourcePolicy: false })
  await app.register(cors, {
    origin: [...zaloOrigins, ...(previewOrigin ? [previewOrigin] : [])],
    methods: ['GET', 'POST'],
    allowedHeaders: ['Authorization', 'Content-Type'],
    exposedHeaders: ['Retry-After', 'ETag'],
    maxAge: 600,
  })
  await app.register(compress)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_, { ttl }) => new ApiError('rate-limited', { retryAfter: ttl / 1000 }),
  })
}

function addAreas(app: FastifyInstance, context: AppContext): void {
  const { db, content, keys, clock, demo, notices } = context
  const cache = new PageCache(clock)
  const title = `${content.unit.name}: citizen portal`
  const document = openApiDocument({ status, ...api }, title)
  app.get('/api/openapi.json', () => document)
  statusRoutes(app, db)
  unitRoutes(app, { content, notices, demo, cache, clock })
  guideRoutes(app, { content, cache, clock })
  newsRoutes(app, { db, categories: content.unit.newsCategories, showDemo: demo, cache })
  const sessions = sessionReader(db, clock)
  applicationRoutes(app, { db, key: keys.lookups, showDemo: demo, clock, sessions })
  tipRoutes(app, { db, keys, categories: content.unit.tipCategories, clock })
  sessionRoutes(app, { db, graph: context.graph, clock })
  serveFiles(app, context.filesDir)
}

import cors from '@fastify/cors'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { api } from '#contract/api.ts'
import { desk } from '#contract/desk.ts'
import { status } from '#contract/status.ts'
import { tools } from '#contract/tools.ts'
import type { Notice } from '#contract/unit.ts'
import { zaloEvents } from '#contract/zalo-events.ts'
import { appendSteps } from './applications/append-step.ts'
import { applicationRoutes } from './applications/applications.routes.ts'
import { deskApplicationRoutes } from './applications/desk-applications.routes.ts'
import type { Content } from './content/content.ts'
import type { Database } from './db/database.ts'
import { createDesk } from './desk/desk.ts'
import { deskRoutes } from './desk/desk.routes.ts'
import { deskEntryRoutes, entryRoutes } from './entries/entries.routes.ts'
import { finderRoutes } from './finder/finder.routes.ts'
import { guideRoutes } from './guides/guides.routes.ts'
import { ApiError } from './http/api-error.ts'
import { cachedFirst } from './http/cached-first.ts'
import { callerOf } from './http/caller.ts'
import { answerClientError } from './http/client-error.ts'
import { corsFor, type CrossOrigin, crossOrigin } from './http/cross-origin.ts'
import { answerError, answerErrors } from './http/error-answer.ts'
import { openApiDocument } from './http/openapi.ts'
import { PageCache } from './http/page-cache.ts'
import { requestIds } from './http/request-ids.ts'
import { logRequests } from './http/request-log.ts'
import { limitSlowRequests, longestUpload } from './http/slow-requests.ts'
import { serveFiles } from './http/files.ts'
import { servePreview } from './http/preview.ts'
import { securityHeaders } from './http/security-headers.ts'
import { acceptStrictJson } from './http/strict-json.ts'
import { deskImportRoutes } from './import/desk-import.routes.ts'
import type { Keys } from './keys/keys.ts'
import type { Vaults } from './keys/unlock.ts'
import { newsRoutes } from './news/news.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { sessionReader } from './session/sessions.repo.ts'
import { stationRoutes } from './stations/stations.routes.ts'
import { statusRoutes } from './status/status.routes.ts'
import type { FileLimits } from './tips/file-gate.ts'
import type { IntakeLimits } from './tips/intake-limits.ts'
import type { FreeBytes } from './tips/intake.ts'
import { tipsSide } from './tips-side.ts'
import { unitRoutes } from './unit/unit.routes.ts'
import type { GraphClient } from './zalo/graph-client.ts'
import type { Locate } from './zalo/locate.ts'
import { zaloRoutes, type ZaloSide } from './zalo-side.ts'

export interface AppContext {
  db: Database
  content: Content
  /** Pinned notices: the unit's own and, in a demonstration, invented ones. */
  notices: readonly Notice[]
  keys: Keys
  vaults: Vaults
  graph: GraphClient
  locate: Locate
  zalo?: ZaloSide
  demo: boolean
  clock: () => Date
  /** Folder of pictures and other served files. */
  filesDir: string
  /** Private folder of what came with tips, sealed. */
  evidenceDir: string
  /** Room left where files and the embedded database lie; another measure only in tests. */
  freeBytes?: FreeBytes
  /** How many tips pass; other limits only in measurements. */
  intakeLimits?: IntakeLimits
  /** How many bytes of files pass; other limits only in tests. */
  fileLimits?: FileLimits
  /** The built Mini App for the preview; none in tests of the API. */
  wwwDir?: string | undefined
  previewOrigin?: string | undefined
  publicUrl?: string | undefined
  /** Officers reach us over https: their cookies are marked so. */
  production?: boolean
  trustedProxies?: number
  logger?: FastifyServerOptions['logger']
  /** Validate every answer by the contract: in tests. */
  checkAnswers?: boolean
}

const largestBody = 64 * 1024
/** Longer between two requests than proxies usually wait. */
const timeouts = { requestTimeout: longestUpload, keepAliveTimeout: 72_000 }

/** Wires the areas into one server; knows neither port nor environment. */
export async function createApp(context: AppContext): Promise<FastifyInstance> {
  const origins = crossOrigin(context.previewOrigin)
  const cache = new PageCache(context.clock, origins)
  const app = Fastify({
    serverFactory: cachedFirst(cache, timeouts),
    logger: context.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    // No shorter than an address can be: what is too long for a parameter is for the contract to say.
    routerOptions: { maxParamLength: 16_384 },
    trustProxy: (_, hop) => hop < (context.trustedProxies ?? 0),
    genReqId: requestIds(),
    // Addresses that cannot even be routed get the same form.
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: answerClientError,
  })
  app.decorate('checkAnswers', context.checkAnswers ?? false)
  acceptStrictJson(app)
  answerErrors(app)
  logRequests(app)
  limitSlowRequests(app)
  await addPlugins(app, origins)
  addAreas(app, context, cache)
  if (context.wwwDir) await servePreview(app, context.wwwDir)
  return app
}

async function addPlugins(app: FastifyInstance, { allowed }: CrossOrigin): Promise<void> {
  app.addHook('onRequest', async (_request, reply) => void reply.headers(securityHeaders))
  await app.register(cors, corsFor(allowed))
  await app.register(rateLimit, {
    global: false,
    keyGenerator: (request) => callerOf(request.ip),
    errorResponseBuilder: (_, { ttl }) => new ApiError('rate-limited', { retryAfter: ttl / 1000 }),
  })
}

function addAreas(app: FastifyInstance, context: AppContext, cache: PageCache): void {
  const { db, content, keys, clock, demo, notices } = context
  const title = `${content.unit.name}: citizen portal`
  const document = openApiDocument({ status, ...api, ...tools, ...desk, zaloEvents }, title)
  app.get('/api/openapi.json', () => document)
  statusRoutes(app, db)
  unitRoutes(app, { content, notices, demo, cache, clock })
  guideRoutes(app, { content, cache, clock })
  stationRoutes(app, { content, cache, clock })
  finderRoutes(app, { content, cache })
  newsRoutes(app, { db, categories: content.unit.newsCategories, showDemo: demo, cache })
  const searchCache = new PageCache(clock, crossOrigin(context.previewOrigin))
  searchRoutes(app, { db, content, showDemo: demo, cache: searchCache })
  const sessions = sessionReader(db, clock)
  const lookups = { key: keys.lookups, passKey: keys.passes, calendar: content.calendar }
  applicationRoutes(app, { ...lookups, db, showDemo: demo, clock, sessions })
  zaloRoutes(app, context, sessions)
  entryRoutes(app, { db, clock })
  sessionRoutes(app, { db, graph: context.graph, phoneKey: keys.lookups, clock })
  const { publicUrl, production = false } = context
  const officers = createDesk({ db, key: keys.desk, clock, showDemo: demo, secure: production, publicUrl })
  deskRoutes(app, officers)
  tipsSide(app, context, officers)
  deskEntryRoutes(app, officers)
  const files = { db, desk: officers, key: keys.lookups, content }
  deskApplicationRoutes(app, files)
  deskImportRoutes(app, { ...files, append: appendSteps })
  serveFiles(app, context.filesDir)
}

import type { Database } from './db/database.ts'
import type { Keys } from './keys/keys.ts'
import { resumeDelivery } from './updates/delivery.repo.ts'
import { createOaConnection } from './updates/oa-connection.ts'
import { type OutboxWorker, startOutboxWorker } from './updates/outbox-worker.ts'
import { type Pace, usualPace } from './updates/settings.ts'
import type { ZaloConfig } from './zalo-config.ts'
import { createOaTokensClient } from './zalo/oa-tokens-client.ts'
import { createTemplateClient } from './zalo/template-client.ts'

export interface TellingOptions {
  db: Database
  keys: Keys
  clock: () => Date
  config: ZaloConfig
  log: (message: string) => void
  pace?: Pace
  everyMs?: number
}

/** The worker that tells citizens, wired to Zalo; none where no Official Account is configured. */
export async function startTelling(options: TellingOptions): Promise<OutboxWorker | undefined> {
  const { db, keys, clock, config, log, pace = usualPace, everyMs } = options
  const { oa } = config
  if (!oa) return undefined
  // Whoever starts the server has probably mended what the last one stumbled over.
  await resumeDelivery(db)
  const tokens = createOaTokensClient(config)
  const connection = createOaConnection({ db, keys, seed: oa.refreshToken, tokens, clock, log })
  const templates = createTemplateClient({ ...config, templateId: oa.templateId })
  return startOutboxWorker(
    { db, keys, clock, templates, connection, pace },
    { log, ...(everyMs === undefined ? {} : { everyMs }) },
  )
}

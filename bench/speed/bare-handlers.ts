import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { receiptAlphabet } from '#contract/receipt.ts'
import { listSteps } from '#server/applications/applications.repo.ts'
import { factorHash } from '#server/keys/factor-hash.ts'
import { findForLookup } from '#server/applications/lookup.repo.ts'
import type { Database } from '#server/db/database.ts'
import type { Keys } from '#server/keys/keys.ts'
import { keyedHash, seal } from '#server/keys/seal.ts'
import { insertTip } from '#server/tips/tips.repo.ts'

/** A look-up by hand: the portal's statements and hashes, and nothing else of it. */
export function bareLookupServer(db: Database, keys: Keys): Server {
  const key = keys.lookups
  return createServer((request, response) => {
    void answer().catch((error: unknown) => response.writeHead(500).end(String(error)))
    async function answer() {
      const { code, factor } = JSON.parse(await bodyOf(request)) as { code: string; factor: string }
      const address = `address ${String(request.headers['x-forwarded-for'])}`
      const [codeSubject, callerSubject] = [
        keyedHash(key, 'code', code),
        keyedHash(key, 'caller', address),
      ].map((subject) => subject.toString('base64url')) as [string, string]
      const question = { code, kind: 'short', codeSubject, callerSubject, showDemo: true } as const
      const { application } = await findForLookup(db, question)
      if (!application || !timingSafeEqual(application.factorHash, factorHash(key, code, factor))) {
        throw new Error('not found')
      }
      const { id, factorHash: _, phoneHash: __, ...shown } = application
      const body = Buffer.from(JSON.stringify({ ...shown, steps: await listSteps(db, id) }))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
    }
  })
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(Buffer.concat(chunks).toString()))
    request.on('error', reject)
  })
}

/** Stores tips without HTTP, checks or receipts, `concurrency` at a time; answers how many a second. */
export async function bareInserts(
  db: Database,
  keys: Keys,
  { text, concurrency, ms }: { text: string; concurrency: number; ms: number },
): Promise<number> {
  const sealedContent = seal(keys.tipContent, text)
  const start = performance.now()
  let count = 0
  async function keepInserting() {
    for (; performance.now() < start + ms; count += 1) await insertTip(db, newRow(sealedContent))
  }
  await Promise.all(Array.from({ length: concurrency }, keepInserting))
  return count / ((performance.now() - start) / 1000)
}

function newRow(sealedContent: Buffer) {
  const signs = Array.from({ length: 5 }, () => receiptAlphabet.charAt(randomInt(receiptAlphabet.length)))
  const receivedAt = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  const [secretHash, clientKeyHash, draftHash] = [randomBytes(32), randomBytes(32), randomBytes(32)]
  return {
    publicCode: signs.join(''),
    secretHash,
    clientKeyHash,
    draftHash,
    category: 'bench',
    channel: 'unit' as const,
    station: null,
    happeningNow: false,
    wave: null,
    sealedContent,
    receivedAt,
    sealedContact: null,
    demo: false,
  }
}

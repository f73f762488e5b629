import { randomInt, randomUUID } from 'node:crypto'
import type { ApplicationStep } from '#contract/applications.ts'
import type { TipDraft } from '#contract/tips.ts'
import { insertApplication, type NewApplication } from '../applications/applications.repo.ts'
import { factorHash } from '../keys/factor-hash.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../keys/keys.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { insertArticle, type NewArticle } from '../news/news.repo.ts'

const letters = 'bcdghklmnprstvx'
const oddWord = () =>
  Array.from({ length: 3 }, () => `${letters[randomInt(letters.length)]}${'aeiou'[randomInt(5)]}`).join('')

/** An anonymous tip that the server accepts, in words of its own: what repeats itself would count as a flood. */
export function tipDraft(changes: Partial<TipDraft> = {}): TipDraft {
  return {
    clientKey: randomUUID(),
    category: 'giao-thong',
    text: `Có nhóm thanh niên đua xe ở ngã tư ${Array.from({ length: 40 }, oddWord).join(' ')}.`,
    declaredTrue: true,
    ...changes,
  }
}

export function step(changes: Partial<ApplicationStep> = {}): ApplicationStep {
  return {
    status: 'received',
    at: '2026-11-16T02:00:00.000Z',
    note: null,
    promisedOn: null,
    reason: null,
    ...changes,
  }
}

type ApplicationChanges = Partial<Omit<NewApplication, 'factorHash'>> & { factor?: string; phone?: string }

/** An application with the code `HS-000001` and the factor `1234`. */
export async function addApplication(db: Database, keys: Keys, changes: ApplicationChanges = {}) {
  const { factor = '1234', phone, ...rest } = changes
  const application = {
    code: 'HS-000001',
    procedure: 'Cấp đổi thẻ căn cước',
    guideSlug: null,
    pickUpPlace: 'Công an phường Bến Cát',
    phoneHash: phone ? phoneHash(keys.lookups, phone) : null,
    station: 'ben-cat',
    demo: false,
    author: { source: 'import' as const },
    steps: [step()],
    ...rest,
  }
  const hash = factorHash(keys.lookups, application.code, factor)
  return db.tx((tx) => insertApplication(tx, { ...application, factorHash: hash }))
}

export async function addArticle(db: Database, changes: Partial<NewArticle> & { slug: string }) {
  await insertArticle(db, {
    title: `Tin ${changes.slug}`,
    summary: 'Tóm tắt.',
    category: 'an-ninh',
    body: [{ kind: 'paragraph', text: 'Nội dung.' }],
    cover: null,
    publishedAt: '2026-11-20T01:00:00Z',
    demo: false,
    ...changes,
  })
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { insertApplication } from '../applications/applications.repo.ts'
import { factorHash } from '../keys/factor-hash.ts'
import { demoSecret, issueSlip } from '../applications/slip-secrets.ts'
import type { Demo, DemoApplication, DemoArticle, DemoOfficer, DemoTip } from '../content/content.ts'
import type { Database, Queries } from '../db/database.ts'
import { findAccount, insertOfficer } from '../desk/officers.repo.ts'
import { hashPassphrase } from '../desk/passphrase.ts'
import type { Keys } from '../keys/keys.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { insertArticle } from '../news/news.repo.ts'
import { preparePicture } from '../pictures/prepare-picture.ts'
import type { TipSealing } from '../tips/sealing.ts'
import { sendTip } from '../tips/send-tip.ts'

interface Places {
  coversDir: string
  picturesDir: string
}

/** No number in Viet Nam begins like this, so the invented people have phones that ring nowhere. */
const nobodysNumber = '000000'

/** Accounts of invented officers, each once; they open nothing where there is no demonstration. */
export async function seedOfficers(db: Database, officers: readonly DemoOfficer[]): Promise<void> {
  for (const { passphrase, ...officer } of officers) {
    if (await findAccount(db, officer.login)) continue
    const passphraseHash = await hashPassphrase(passphrase)
    await db.tx((tx) => insertOfficer(tx, { ...officer, passphraseHash, demo: true }))
  }
}

/** Invented tips, each once: the same key gets the same row. */
export async function seedTips(db: Database, sealing: TipSealing, tips: readonly DemoTip[]): Promise<void> {
  for (const { id, receivedAt, content, contact } of tips) {
    const draft = { ...content, contact, clientKey: keyOf(id), declaredTrue: true as const }
    await sendTip(db, sealing, draft, { now: new Date(receivedAt), wave: null, demo: true })
  }
}

/** What a phone would have made up. */
const keyOf = (id: string) =>
  createHash('sha256')
    .update(`demo tip ${id}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

/** Puts the invented articles and applications into an empty database, once; later starts keep what is there. */
export async function seedDemo(db: Database, keys: Keys, demo: Demo, places: Places): Promise<void> {
  const [row] = await db.query<{ seeded: boolean }>(
    'select exists (select from articles where demo) or exists (select from applications where demo) as seeded',
  )
  if (row?.seeded) return
  const covers = await prepareCovers(demo.articles, places)
  await db.tx(async (tx) => {
    for (const { cover, ...article } of demo.articles) {
      await insertArticle(tx, { ...article, cover: covers.get(cover ?? '') ?? null, demo: true })
    }
    for (const application of demo.applications) await addApplication(tx, keys, application)
  })
}

async function addApplication(tx: Queries, { lookups }: Keys, invented: DemoApplication): Promise<void> {
  const { factor, factorKind, ...application } = invented
  const applicationId = await insertApplication(tx, {
    ...application,
    factorHash: factorHash(lookups, application.code, factor),
    phoneHash: factorKind === 'phone4' ? phoneHash(lookups, nobodysNumber + factor) : null,
    author: { source: 'demo' },
    demo: true,
  })
  const secret = demoSecret(lookups, application.code)
  await issueSlip(tx, lookups, { applicationId, now: new Date(), secret })
}

/** Covers are decoration: their alternative text is empty, the title says what the article is about. */
async function prepareCovers(articles: readonly DemoArticle[], { coversDir, picturesDir }: Places) {
  const names = [...new Set(articles.flatMap(({ cover }) => (cover ? [cover] : [])))]
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const source = await readFile(join(coversDir, name))
        return [name, await preparePicture(source, '', picturesDir)] as const
      }),
    ),
  )
}

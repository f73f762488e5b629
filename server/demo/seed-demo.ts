import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { insertApplication } from '../applications/applications.repo.ts'
import { factorHash } from '../applications/look-up.ts'
import type { Demo, DemoArticle } from '../content/content.ts'
import type { Database } from '../db/database.ts'
import type { Keys } from '../keys/keys.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import { insertArticle } from '../news/news.repo.ts'
import { preparePicture } from '../pictures/prepare-picture.ts'

interface Places {
  coversDir: string
  picturesDir: string
}

/** No number in Viet Nam begins like this, so the invented people have phones that ring nowhere. */
const nobodysNumber = '000000'

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
    for (const { factor, factorKind, ...application } of demo.applications) {
      const hash = factorHash(keys.lookups, application.code, factor)
      const phone = factorKind === 'phone4' ? phoneHash(keys.lookups, `${nobodysNumber}${factor}`) : null
      await insertApplication(tx, { ...application, factorHash: hash, phoneHash: phone, demo: true })
    }
  })
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

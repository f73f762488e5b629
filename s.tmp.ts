import { mkdtemp, mkdir } from 'node:fs/promises'
import { createApp } from '#server/app.ts'
import { loadContent } from '#server/content/load-content.ts'
import { loadDemo } from '#server/content/load-demo.ts'
import { openDatabase } from '#server/db/open-database.ts'
import { insertArticle } from '#server/news/news.repo.ts'
import { deriveKeys } from '#server/keys/keys.ts'
const dir = await mkdtemp('/tmp/search-data-'); await mkdir(dir+'/files/pictures',{recursive:true})
const db = await openDatabase({ dataDir: dir, databaseUrl: undefined, log: console.log })
const content = await loadContent('content'); const demo = await loadDemo('content', new Date())
for (const a of demo.articles) await insertArticle(db, { ...a, cover: null, demo: true })
const app = await createApp({ db, content, notices: [], keys: deriveKeys(Buffer.alloc(32,1),Buffer.alloc(32,2)), graph: { whoIs: async()=>({ok:false,reason:'unavailable'}) }, demo: true, clock: ()=>new Date(), filesDir: dir+'/files', wwwDir: '/tmp/search-www' } as never)
console.log(await app.listen({ port: 18231, host: '127.0.0.1' }))

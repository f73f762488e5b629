import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEntries } from '#contract/search/find-entries.ts'
import { compileLexicon } from '#contract/search/lexicon.ts'
import { buildIndex } from '#contract/search/search-index.ts'
import { readWords } from '#contract/search/words.ts'
import { loadContent } from '#server/content/load-content.ts'
import type { Database } from '#server/db/database.ts'
import { openDatabase } from '#server/db/open-database.ts'
import { createSearch } from '#server/search/create-search.ts'
import {
  insertArticles,
  syntheticArticles,
  syntheticContent,
} from '#server/search/synthetic-content.fixture.ts'
import { databaseUrl, onServer } from '#server/testing/server-databases.ts'

/**
 * Search over 1,000 guides and 100,000 articles, on the embedded database and, with DATABASE_URL, on a server. The
 * baseline is one bare prepared statement on the same index: all words, newest first, ten rows, nothing ranked.
 */
const guides = Number(process.env['BENCH_GUIDES'] ?? 1000)
const articles = Number(process.env['BENCH_ARTICLES'] ?? 100_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 40)

const queries: readonly (readonly [about: string, query: string])[] = [
  ['a guide, with a synonym', 'mất chứng minh thư'],
  ['a sentence', 'tôi bị mất cccd giờ muốn làm lại thì cần giấy tờ gì'],
  ['a rare word', 'kỳ lân'],
  ['common words', 'công an phường'],
  ['a common and a rare word', 'công an kỳ lân'],
  ['one letter', 'd'],
  ['Telex', 'ddawng kys tamj trus'],
  ['a slip', 'ho chieeuu'],
  ['nothing', 'zzzzz qqqqq'],
]

const bare = `select slug, title, summary from articles where search @@ $1::tsquery
  order by published_at desc, id desc limit 10`

const plain = (query: string) =>
  readWords(query)
    .map(({ text }) => `'${text}'`)
    .join(' & ')

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

const inWords = (times: readonly number[]) =>
  `${share(times, 0.5).toFixed(2)} / ${share(times, 0.99).toFixed(2)}`

async function measure(db: Database): Promise<void> {
  const content = await loadContent(join(import.meta.dirname, '../content'))
  const seconds =
    (await timed(() => undefined)) /
    1000
  await db.query('analyze articles')
  await db.query('analyze article_words')
  const { find } = createSearch({ db, content: syntheticContent(content, guides), showDemo: false })
  console.log(
    `\n${db.kind} database: ${guides} guides, ${articles} articles, stored in ${seconds.toFixed(0)} s`,
  )
  console.log('ms, median / 99th of 100 · ratio of the medians to the bare statement')
  for (const [about, query] of queries) {
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = -3; round < rounds; round += 1) {
      const one = await timed(() => find(query, 10))
      const other = await timed(() => db.query(bare, [plain(query)]))
      if (round >= 0) ours.push(one)
      if (round >= 0) theirs.push(other)
    }
    const ratio = share(ours, 0.5) / share(theirs, 0.5)
    console.log(
      `${about.padEnd(26)} ours ${inWords(ours).padEnd(16)} bare ${inWords(theirs).padEnd(16)} ×${ratio.toFixed(2)}`,
    )
  }
}

/** What the phone does at every letter, without drawing. */
async function measureEngine(): Promise<void> {
  const content = await loadContent(join(import.meta.dirname, '../content'))
  for (const count of [content.guides.length, guides]) {
    const { index } = createSearch({
      db: { query: async () => [] },
      content: syntheticContent(content, count),
      showDemo: false,
    })
    const built = buildIndex(index.entries, compileLexicon(index.words))
    const letters = 'dang ky tam tru cho sinh vien'
    const times: number[] = []
    for (let round = -2; round < rounds; round += 1) {
      for (let end = 1; end <= letters.length; end += 1) {
        const time = await timed(() => findEntries(built, letters.slice(0, end)))
        if (round >= 0) times.push(time)
      }
    }
    console.log(`engine alone, ${count} guides: ${inWords(times)} ms a letter`)
  }
}

async function onEmbedded(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-search-'))
  const db = await openDatabase({ dataDir, log: () => undefined })
  try {
    await measure(db)
  } finally {
    await db.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function onRealServer(server: string): Promise<void> {
  const name = `bench_search_${process.pid}`
  await onServer(server, `create database ${name} encoding 'UTF8' template template0`)
  try {
    const db = await openDatabase({
      dataDir: '',
      databaseUrl: databaseUrl(server, name),
      log: () => undefined,
    })
    try {
      await measure(db)
    } finally {
      await db.close()
    }
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
}


const db = await openDatabase({ dataDir: '/tmp/search-keep', databaseUrl: process.argv[2] === 'pg' ? 'postgres://postgres@127.0.0.1:5432/search_keep' : undefined, log: () => undefined })
await measure(db); await db.close()

import type { Content, GuideRecord } from '../content/content.ts'
import type { Queries } from '../db/database.ts'

export interface SyntheticArticle {
  slug: string
  title: string
  summary: string
  text: string
  publishedAt: string
}

/** The same numbers at every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** As many guides as wanted: the real ones again and again, each with words of its own. */
export function syntheticContent(content: Content, count: number): Content {
  const guides = Array.from({ length: count }, (_, index): GuideRecord => {
    const guide = content.guides[index % content.guides.length]!
    if (index < content.guides.length) return guide
    const own = `khu ${index}`
    const keywords = guide.keywords.map((keyword) => `${keyword} ${own}`)
    return { ...guide, slug: `${guide.slug}-${index}`, title: `${guide.title} ${own}`, keywords }
  })
  return { ...content, guides }
}

const start = Date.UTC(2016, 0, 1)
const everyMs = 3_000_000
const onsets = ['b', 'ch', 'đ', 'gi', 'kh', 'l', 'm', 'ng', 'nh', 'ph', 'qu', 's', 't', 'th', 'tr', 'v', 'x']
const rhymes = [
  'ai',
  'anh',
  'ắc',
  'ân',
  'ấp',
  'em',
  'ếch',
  'iên',
  'im',
  'oan',
  'ông',
  'ơi',
  'uốc',
  'ương',
  'ủy',
  'ừng',
]

/**
 * News whose words are spread as in real text: some in every article, most in hardly any. Half of the words come from
 * the given text, the rest are syllables that could be Vietnamese.
 */
export function* syntheticArticles(count: number, text: string): Generator<SyntheticArticle> {
  const random = createRandom(2026)
  const real = Array.from(new Set(text.toLowerCase().match(/\p{L}+/gu)))
  const made = onsets.flatMap((onset) => rhymes.map((rhyme) => onset + rhyme))
  const words = real.flatMap((word, index) => [word, made[index % made.length]!]).concat(made)
  const word = () => words[Math.floor(words.length * random() ** 3)]!
  const line = (length: number) => Array.from({ length }, word).join(' ')
  for (let index = 0; index < count; index += 1) {
    const title = index % 1000 === 0 ? `Kỳ lân ${line(8)}` : line(10)
    yield {
      ...{ slug: `tin-${index}`, title, summary: line(20), text: line(150) },
      publishedAt: new Date(start + index * everyMs).toISOString(),
    }
  }
}

const batch = 1000

export async function insertArticles(db: Queries, articles: Iterable<SyntheticArticle>): Promise<void> {
  let waiting: SyntheticArticle[] = []
  const insert = async () => {
    const column = (name: keyof SyntheticArticle) => waiting.map((article) => article[name])
    await db.query(
      `insert into articles (slug, category, title, summary, body, published_at)
       select slug, 'an-ninh', title, summary,
         jsonb_build_array(jsonb_build_object('kind', 'paragraph', 'text', text)), published_at::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         as rows (slug, title, summary, text, published_at)`,
      [column('slug'), column('title'), column('summary'), column('text'), column('publishedAt')],
    )
    waiting = []
  }
  for (const article of articles) {
    waiting.push(article)
    if (waiting.length === batch) await insert()
  }
  if (waiting.length > 0) await insert()
}

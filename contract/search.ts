import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { Instant, Line, Slug, text } from './text.ts'

/** A place in the app, or a number to call; `text` is one or two sentences under the title. */
export const SearchResult = v.object({
  /** `guide`, `hotline`, `station`, `form`, `page`, `article`. Open: what an app does not know it shows by its path or phone. */
  kind: Slug,
  /** Unique within its kind: a guide's slug, a hotline's id. */
  id: Slug,
  title: Line,
  text: v.string(),
  /** Inside the app: never another site. */
  path: v.nullable(v.pipe(v.string(), v.regex(/^\/(?:[a-z0-9-]+(?:\/[a-z0-9-]+)*)?(?:#[a-z0-9-]+)?$/))),
  phone: v.nullable(Line),
  /** Of an article. */
  publishedAt: v.optional(Instant),
  /** A procedure that no longer exists. */
  abolished: v.optional(v.boolean()),
  /** Invented for demonstration. */
  demo: v.optional(v.boolean()),
})
export type SearchResult = v.InferOutput<typeof SearchResult>

/** Something to be found, with the words that find it. */
export const SearchEntry = v.object({
  ...SearchResult.entries,
  /** Short phrases that mean exactly this. */
  keywords: v.array(Line),
  /** Folded words of the rest of its text, each once. */
  words: v.string(),
})
export type SearchEntry = v.InferOutput<typeof SearchEntry>

/** How people speak, as it stands in `content/synonyms.yaml`. */
export const SearchWords = v.object({
  /** Each list: ways to say one thing. */
  same: v.array(v.pipe(v.array(Line), v.minLength(2))),
  /** Words of a sentence that say nothing about what is looked for. */
  fillers: v.array(Line),
  /** What leads to every entry of a kind. */
  kinds: v.record(Slug, v.array(Line)),
  /** Offered before anything is typed. */
  examples: v.array(Line),
})
export type SearchWords = v.InferOutput<typeof SearchWords>

export const SearchIndexData = v.object({ entries: v.array(SearchEntry), words: SearchWords })
export type SearchIndexData = v.InferOutput<typeof SearchIndexData>

export const SearchAnswer = v.object({ results: v.array(SearchResult) })
export type SearchAnswer = v.InferOutput<typeof SearchAnswer>

export const longestQuery = 100
export const mostResults = 20

const limitText = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number), v.minValue(1))

export const search = {
  find: endpoint({
    method: 'GET',
    path: '/search',
    summary: 'Guides, news, stations, hotlines, forms and pages of the app in one list, best first',
    query: v.object({
      q: text(1, longestQuery),
      limit: v.optional(v.pipe(limitText, v.maxValue(mostResults))),
    }),
    response: SearchAnswer,
    errors: ['invalid', 'rate-limited', 'unavailable'],
  }),
  index: endpoint({
    method: 'GET',
    path: '/search/index',
    summary: 'Everything but the news, for searching on the phone',
    response: SearchIndexData,
    errors: [],
  }),
}

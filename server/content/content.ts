import type * as v from 'valibot'
import type { FeeTable } from '#contract/fees.ts'
import type { CardValidity, GuideText } from '#contract/guides.ts'
import type { ArticleBlock } from '#contract/news.ts'
import type { ApplicationStatus } from '#contract/application-status.ts'
import type { Notice, Unit } from '#contract/unit.ts'

type GuideFields = { [K in keyof typeof GuideText]: v.InferOutput<(typeof GuideText)[K]> }

/** A guide as its editor wrote it: which fee tables apply is here, the amounts are computed for a day. */
export type GuideRecord = GuideFields & { feeIds: string[]; feeNote: string | null }

/** All of `content/` but the demonstration material. */
export interface Content {
  unit: Omit<Unit, 'notices' | 'demo'>
  notices: Notice[]
  guides: GuideRecord[]
  fees: FeeTable[]
  cardValidity: CardValidity[]
}

export interface DemoArticle {
  slug: string
  title: string
  summary: string
  category: string
  publishedAt: string
  /** A file in the demo folder's `covers/`. */
  cover: string | null
  body: ArticleBlock[]
}

export interface DemoStep {
  status: ApplicationStatus
  at: string
  note: string | null
  promisedOn: string | null
}

export interface DemoApplication {
  code: string
  factorKind: 'phone4' | 'pin'
  factor: string
  procedure: string
  guideSlug: string | null
  pickUpPlace: string | null
  /** Oldest first. */
  steps: DemoStep[]
}

/** Invented material with its relative days resolved. */
export interface Demo {
  articles: DemoArticle[]
  notices: Notice[]
  applications: DemoApplication[]
}

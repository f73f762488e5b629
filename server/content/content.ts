import type * as v from 'valibot'
import type { AreaMap } from '#contract/areas.ts'
import type { WorkCalendar } from '#contract/calendar.ts'
import type { FeeTable } from '#contract/fees.ts'
import type { FinderTree } from '#contract/finder.ts'
import type { FormText } from '#contract/forms.ts'
import type { CardValidity, GuideText } from '#contract/guides.ts'
import type { ArticleBlock } from '#contract/news.ts'
import type { SearchWords } from '#contract/search.ts'
import type { Grant } from '#contract/desk-session.ts'
import type { ApplicationStatus } from '#contract/application-status.ts'
import type { TipContent } from '#contract/tip-content.ts'
import type { TipContact } from '#contract/tips.ts'
import type { Notice, Unit } from '#contract/unit.ts'
import type { RetentionFile } from './content.schemas.ts'
import type { AppPage } from './pages-file.ts'

type Fields<E extends Record<string, v.GenericSchema>> = { [K in keyof E]: v.InferOutput<E[K]> }

/** A guide as its editor wrote it: which fee tables apply is here, the amounts are computed for a day. */
export type GuideRecord = Fields<typeof GuideText> & {
  feeIds: string[]
  feeNote: string | null
  formIds: string[]
  relatedSlugs: string[]
  hotlineIds: string[]
}

export type FormRecord = Fields<typeof FormText>

/** Months after which a tip goes, by how it ended; null: never by itself. */
export type RetentionPeriods = v.InferOutput<typeof RetentionFile>

/** All of `content/` but the demonstration material. */
export interface Content {
  unit: Omit<Unit, 'notices' | 'demo' | 'calendar'>
  calendar: WorkCalendar
  /** One for each redrawing of the wards. */
  areas: AreaMap[]
  notices: Notice[]
  guides: GuideRecord[]
  fees: FeeTable[]
  forms: FormRecord[]
  cardValidity: CardValidity[]
  finder: FinderTree
  searchWords: SearchWords
  retention: RetentionPeriods
  pages: AppPage[]
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
  reason: string | null
}

export interface DemoOfficer {
  login: string
  name: string
  passphrase: string
  grants: Grant[]
}

export interface DemoApplication {
  code: string
  factorKind: 'phone4' | 'pin'
  factor: string
  procedure: string
  guideSlug: string | null
  pickUpPlace: string | null
  station: string
  /** Oldest first. */
  steps: DemoStep[]
}

export interface DemoTip {
  id: string
  receivedAt: string
  content: TipContent
  contact?: TipContact | undefined
}

/** Invented material with its relative days resolved. */
export interface Demo {
  articles: DemoArticle[]
  notices: Notice[]
  applications: DemoApplication[]
  officers: DemoOfficer[]
  tips: DemoTip[]
}

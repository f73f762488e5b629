import * as v from 'valibot'
import { ApplicationStatus } from '#contract/application-status.ts'
import { ApplicationCode, ApplicationFactor } from '#contract/applications.ts'
import { ArticleBlock } from '#contract/news.ts'
import { Login } from '#contract/desk-session.ts'
import { Role } from '#contract/roles.ts'
import { Slug, text, TimeOfDay } from '#contract/text.ts'
import { tipContent } from '#contract/tip-content.ts'
import { TipContact } from '#contract/tips.ts'
import { Notice } from '#contract/unit.ts'

const Days = v.pipe(v.number(), v.integer(), v.minValue(1))
/** At least yesterday: whatever the hour of seeding, invented material never lies in the future. */
const Past = { daysAgo: Days, time: TimeOfDay }

export const DemoArticlesFile = v.array(
  v.object({
    slug: Slug,
    title: text(1, 200),
    summary: text(1, 400),
    category: Slug,
    publishedAt: v.object(Past),
    cover: v.nullable(v.pipe(v.string(), v.regex(/^[a-z0-9-]+\.svg$/))),
    body: v.pipe(v.array(ArticleBlock), v.minLength(1)),
  }),
)
export type DemoArticlesFile = v.InferOutput<typeof DemoArticlesFile>

export const DemoNoticesFile = v.array(
  v.object({ ...Notice.entries, from: v.object(Past), until: v.object({ inDays: Days, time: TimeOfDay }) }),
)
export type DemoNoticesFile = v.InferOutput<typeof DemoNoticesFile>

const Step = v.object({
  status: ApplicationStatus,
  ...Past,
  note: v.nullable(text(1, 300)),
  reason: v.optional(v.nullable(text(1, 300)), null),
  /** Counted from the day of seeding; negative for a promise already broken. */
  promisedInDays: v.nullable(v.pipe(v.number(), v.integer())),
})

const factorDigits = { phone4: 4, pin: 6 } as const

export const DemoApplicationsFile = v.array(
  v.object({
    code: ApplicationCode,
    factorKind: v.picklist(['phone4', 'pin']),
    factor: ApplicationFactor,
    procedure: text(1, 200),
    guideSlug: v.nullable(Slug),
    pickUpPlace: v.nullable(text(1, 200)),
    station: Slug,
    steps: v.pipe(v.array(Step), v.minLength(1)),
  }),
)
export type DemoApplicationsFile = v.InferOutput<typeof DemoApplicationsFile>

export const DemoOfficersFile = v.array(
  v.object({
    login: Login,
    name: text(1, 200),
    passphrase: text(1, 200),
    grants: v.pipe(v.array(v.object({ station: text(1, 120), role: Role })), v.minLength(1)),
  }),
)
export type DemoOfficersFile = v.InferOutput<typeof DemoOfficersFile>

/** Tips have no column that marks them: their words do. */
const Marked = v.pipe(tipContent.text, v.startsWith('(Minh họa) '))

export const DemoTipsFile = v.array(
  v.object({
    ...tipContent,
    text: Marked,
    id: Slug,
    receivedAt: v.object(Past),
    contact: v.optional(TipContact),
  }),
)
export type DemoTipsFile = v.InferOutput<typeof DemoTipsFile>

export function factorFits(application: DemoApplicationsFile[number]): boolean {
  return application.factor.length === factorDigits[application.factorKind]
}

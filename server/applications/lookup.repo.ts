import type { Queries } from '../db/database.ts'
import type { ApplicationRow } from './applications.repo.ts'
import { budgets, debtAllowed, type FactorKind } from './lookup-budget.ts'

export interface LookupQuestion {
  code: string
  kind: FactorKind
  codeSubject: string
  callerSubject: string
  showDemo: boolean
}

export interface LookupState {
  application: ApplicationRow | undefined
  /** Seconds that the caller or the code still has to wait, by the database's clock, which set the block. */
  blockedFor: number | null
  /** Too many wrong short factors came from everywhere: for now they open nothing. */
  guarded: boolean
  /** Seconds until factors of this kind are accepted again; not positive when they are. */
  closedFor: number
  /** The caller erred lately and has not opened this code since: opening it now earns an allowance. */
  earns: boolean
}

type LookupRow = Partial<ApplicationRow> & Omit<LookupState, 'application'>

const columns = `id, code, factor_hash as "factorHash", phone_hash as "phoneHash", procedure,
  guide_slug as "guideSlug", pick_up_place as "pickUpPlace", demo`

/**
 * The file with the code or, where there is none, the next one. A row that is read from its page, sent and parsed takes
 * some microseconds more than none, and these would tell that the code exists.
 */
const nearest = `(select ${columns} from applications where code >= $1 and (not demo or $4) order by code limit 1)
  union all (select ${columns} from applications where code < $1 and (not demo or $4) order by code desc limit 1)
  limit 1`

/** The application and all limits in one round trip: known and unknown codes take the same statement and a like answer. */
export async function findForLookup(db: Queries, question: LookupQuestion): Promise<LookupState> {
  const { code, kind, codeSubject, callerSubject, showDemo } = question
  const [row] = await db.query<LookupRow>(
    `select limits.seconds as "blockedFor", debts.guarded, debts.closed_for as "closedFor",
            exists (select from lookup_limits where subject = $3 and counting_until > now())
              and not exists (select from lookup_openings where caller = $3 and code = $2 and until > now()) as earns,
            a.*
     from (select extract(epoch from max(blocked_until) - now())::float8 as seconds from lookup_limits
           where subject in ($2, $3) and blocked_until > now()) as limits
     cross join (
       select coalesce(max(debt) filter (where kind = 'short') > $6::float8, false) as guarded,
              coalesce(max(debt) filter (where kind = $5), 0) - $7::float8 as closed_for
       from (select kind, extract(epoch from paid_off_at - now())::float8 as debt from lookup_budgets) all_debts
     ) as debts
     left join (${nearest}) a on true`,
    [
      code,
      codeSubject,
      callerSubject,
      showDemo,
      kind,
      debtAllowed(budgets.short),
      debtAllowed(budgets[kind]),
    ],
  )
  if (!row) throw new Error('The look-up answered no row')
  const found = row.code === code
  return { ...row, application: found ? (row as ApplicationRow) : undefined }
}

import type { ApplicationStatus } from '#contract/application-status.ts'
import type { Queries } from '../db/database.ts'
import type { Facts } from './plan.ts'

export interface StoredApplication extends Facts {
  id: number
  code: string
  demo: boolean
  status: ApplicationStatus
  changedAt: Date
  promisedOn: string | null
}

/** Applications with these codes, with what their steps add up to. */
export async function findStored(db: Queries, codes: readonly string[]): Promise<StoredApplication[]> {
  return db.query<StoredApplication>(
    `select a.id, a.code, a.demo, a.procedure, a.guide_slug as "guideSlug", a.pick_up_place as place, a.station,
            a.factor_hash as "factorHash", a.phone_hash as "phoneHash", last.status, last.at as "changedAt",
            promise.promised_on as "promisedOn"
     from applications a
     cross join lateral (
       select status, at from application_steps where application_id = a.id order by id desc limit 1) last
     left join lateral (
       select promised_on from application_steps where application_id = a.id and promised_on is not null
       order by id desc limit 1) promise on true
     where a.code = any($1::text[])`,
    [codes],
  )
}

/** One import at a time, whichever process runs it: until the transaction ends. */
export async function lockImports(tx: Queries): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7203115205)')
}

const hex = (bytes: Buffer | null) => bytes && bytes.toString('hex')
const factsAsJson = ({ factorHash, phoneHash, ...facts }: Facts) => ({
  ...facts,
  factor: hex(factorHash),
  phone: hex(phoneHash),
})

const factColumns =
  'code text, procedure text, "guideSlug" text, place text, station text, factor text, phone text'

/** Answers the ids by code. */
export async function insertApplications(
  tx: Queries,
  applications: readonly { code: string; facts: Facts }[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: number; code: string }>(
    `insert into applications (code, procedure, guide_slug, pick_up_place, station, factor_hash, phone_hash)
     select code, procedure, "guideSlug", place, station, decode(factor, 'hex'), decode(phone, 'hex')
     from jsonb_to_recordset($1::jsonb) as sheet(${factColumns}) order by code
     returning id, code`,
    [JSON.stringify(applications.map(({ code, facts }) => ({ code, ...factsAsJson(facts) })))],
  )
  return new Map(rows.map(({ id, code }) => [code, id]))
}

export async function updateFacts(
  tx: Queries,
  applications: readonly { id: number; facts: Facts }[],
): Promise<void> {
  await tx.query(
    `update applications a set procedure = sheet.procedure, guide_slug = sheet."guideSlug",
       pick_up_place = sheet.place, station = sheet.station, factor_hash = decode(sheet.factor, 'hex'),
       phone_hash = decode(sheet.phone, 'hex')
     from jsonb_to_recordset($1::jsonb) as sheet(id bigint, ${factColumns}) where a.id = sheet.id`,
    [JSON.stringify(applications.map(({ id, facts }) => ({ id, ...factsAsJson(facts) })))],
  )
}

/**
 * How many files an import wrote under this mark, by what the audit says: it was noted in the same transaction, batch by
 * batch. A mark may come again when the same list did the same once more; the last time counts.
 */
export async function findApplied(
  db: Queries,
  { mark, officerId, since }: { mark: string; officerId: number; since: Date },
): Promise<number | undefined> {
  const [row] = await db.query<{ written: number }>(
    `select sum(cardinality(records) - 1)::int as written from audit_entries
     where action = 'import.apply' and records @> array[$1::text] and officer_id = $2 and at > $3
     group by request_id order by max(id) desc limit 1`,
    [`import/${mark}`, officerId, since],
  )
  return row?.written
}

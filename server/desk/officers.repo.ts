import type { Grant } from '#contract/desk-session.ts'
import type { Queries } from '../db/database.ts'

export interface Officer {
  id: number
  login: string
  name: string
  demo: boolean
  grants: Grant[]
}

export interface Account extends Officer {
  active: boolean
  passphraseHash: string
}

/** With the same text everywhere, so that an officer is read in one way. */
export const officerColumns = `o.id, o.login, o.name, o.demo, coalesce(
    (select jsonb_agg(jsonb_build_object('station', g.station, 'role', g.role) order by g.station, g.role)
     from officer_grants g where g.officer_id = o.id), '[]') as grants`

export async function findAccount(db: Queries, login: string): Promise<Account | undefined> {
  const [row] = await db.query<Account>(
    `select ${officerColumns}, o.active, o.passphrase_hash as "passphraseHash" from officers o where o.login = $1`,
    [login],
  )
  return row
}

export async function listAccounts(db: Queries): Promise<Account[]> {
  return db.query<Account>(
    `select ${officerColumns}, o.active, o.passphrase_hash as "passphraseHash" from officers o order by o.login`,
  )
}

export type NewOfficer = Omit<Account, 'id' | 'active'>

/** To be called in a transaction. Answers the id, or undefined when the login is taken. */
export async function insertOfficer(tx: Queries, officer: NewOfficer): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `insert into officers (login, name, passphrase_hash, demo) values ($1, $2, $3, $4)
     on conflict (login) do nothing returning id`,
    [officer.login, officer.name, officer.passphraseHash, officer.demo],
  )
  if (row) await setGrants(tx, row.id, officer.grants)
  return row?.id
}

/** To be called in a transaction: in between, the officer may do nothing. */
export async function setGrants(tx: Queries, officerId: number, grants: readonly Grant[]): Promise<void> {
  await tx.query('delete from officer_grants where officer_id = $1', [officerId])
  for (const { station, role } of grants) {
    await tx.query(
      'insert into officer_grants (officer_id, station, role) values ($1, $2, $3) on conflict do nothing',
      [officerId, station, role],
    )
  }
}

export async function setActive(tx: Queries, officerId: number, active: boolean): Promise<void> {
  await tx.query('update officers set active = $2 where id = $1', [officerId, active])
}

export async function setPassphrase(tx: Queries, officerId: number, hash: string): Promise<void> {
  await tx.query('update officers set passphrase_hash = $2 where id = $1', [officerId, hash])
}

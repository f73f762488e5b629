import type { Queries } from '../db/database.ts'

/** `content` opens with PORTAL_KEY, `identity` with PORTAL_IDENTITY_KEY. */
export type VaultName = 'content' | 'identity'

export interface DataKeyRow {
  id: number
  vault: VaultName
  /** `root`, or the month in which it seals: `2026-11`. */
  name: string
  wrapped: Buffer
}

const columns = 'id, vault, name, wrapped'

export async function listDataKeys(db: Queries): Promise<DataKeyRow[]> {
  return db.query<DataKeyRow>(`select ${columns} from data_keys order by id`)
}

export async function findDataKey(
  db: Queries,
  vault: VaultName,
  name: string,
): Promise<DataKeyRow | undefined> {
  const [row] = await db.query<DataKeyRow>(
    `select ${columns} from data_keys where vault = $1 and name = $2`,
    [vault, name],
  )
  return row
}

export async function findDataKeyById(
  db: Queries,
  vault: VaultName,
  id: number,
): Promise<DataKeyRow | undefined> {
  const [row] = await db.query<DataKeyRow>(`select ${columns} from data_keys where vault = $1 and id = $2`, [
    vault,
    id,
  ])
  return row
}

/** When somebody else was faster, theirs stays. */
export async function addDataKey(
  db: Queries,
  { vault, name, wrapped }: Omit<DataKeyRow, 'id'>,
): Promise<void> {
  await db.query(
    'insert into data_keys (vault, name, wrapped) values ($1, $2, $3) on conflict (vault, name) do nothing',
    [vault, name, wrapped],
  )
}

export async function rewrapDataKey(db: Queries, id: number, wrapped: Buffer): Promise<void> {
  await db.query('update data_keys set wrapped = $2 where id = $1', [id, wrapped])
}

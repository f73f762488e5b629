import type { Queries } from './database.ts'

export interface HousekeepingTarget extends Queries {
  script(text: string): Promise<void>
}

export interface Housekeeping {
  /** One round now. */
  round(): Promise<void>
  stop(): Promise<void>
}

export interface HousekeepingOptions {
  log: (message: string) => void
  everyMs?: number
  /** How much write-ahead log may pile up before a checkpoint. */
  walBytes?: number
  vacuumEveryMs?: number
}

// What a start after a crash must replay, and what the log takes on the disk on top of its 32 MB.
const WAL_BYTES = 32 * 1024 * 1024

/**
 * The embedded engine is PostgreSQL in single-user mode: it has no checkpointer and no autovacuum, so its log and its
 * dead rows grow without end. This does their work, in small pieces, so that requests pass in between.
 */
export function startHousekeeping(target: HousekeepingTarget, options: HousekeepingOptions): Housekeeping {
  const { log, everyMs = 2_000, walBytes = WAL_BYTES, vacuumEveryMs = 5 * 60_000 } = options
  let vacuumed = Date.now()
  let first = true
  let running: Promise<void> | undefined
  let stopped = false

  async function work(): Promise<void> {
    if (Date.now() - vacuumed >= vacuumEveryMs) {
      vacuumed = Date.now()
      // The engine forgets what it counted when it stops, so the first round visits every table.
      await vacuum(target, first)
      first = false
    }
    if ((await pendingWal(target)) >= walBytes) await target.script('checkpoint')
  }

  function round(): Promise<void> {
    running ??= work()
      .catch((error: unknown) => {
        if (!stopped) log(`Housekeeping of the embedded database failed: ${String(error)}`)
      })
      .finally(() => (running = undefined))
    return running
  }

  const timer = setInterval(() => void round(), everyMs)
  timer.unref()
  return {
    round,
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function pendingWal(target: Queries): Promise<number> {
  const [row] = await target.query<{ bytes: number }>(
    'select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes from pg_control_checkpoint()',
  )
  return row?.bytes ?? 0
}

// The conditions are autovacuum's own, with its default thresholds; the last one keeps transaction ids from running out.
const WORN_TABLES = `
  select format('%I.%I', s.schemaname, s.relname) as name
  from pg_stat_all_tables s
  join pg_class c on c.oid = s.relid
  where s.schemaname <> 'pg_toast' and (
    ($1::boolean and s.schemaname = 'public')
    or s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0)
    or s.n_ins_since_vacuum > 1000 + 0.2 * greatest(c.reltuples, 0)
    or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
    or (c.relkind = 'r' and age(c.relfrozenxid) > 150000000)
  )`

async function vacuum(target: HousekeepingTarget, everyTable: boolean): Promise<void> {
  for (const { name } of await target.query<{ name: string }>(WORN_TABLES, [everyTable])) {
    await target.script(`vacuum (analyze) ${name}`)
  }
}

import { dayOf } from '#contract/day.ts'
import { listQuestions } from '#server/applications/desk-applications.repo.ts'
import { findFiles, type Wanted } from '#server/applications/find-files.ts'
import { listLockouts } from '#server/applications/lockouts.repo.ts'
import type { Database } from '#server/db/database.ts'

/** Of all files one in 50,000 is late, few are not ended, a thousandth lies at a small station, and guessers are at work. */
export const fillDesk = (size: number) => `
  insert into application_states (application_id, status, changed_at, promised_on, station, demo)
    select n, case when n % 50000 = 11 or n > ${size} * 0.99 then 'in_progress' else 'delivered' end,
           now() - interval '2 days', case when n % 50000 = 11 then current_date - 3 else current_date + 3 end,
           case when n % 1000 = 7 then 'my-phuoc' else 'ben-cat' end, false
    from generate_series(1, ${size}) n;
  update applications set station = 'my-phuoc' where id % 1000 = 7;
  insert into late_questions (application_id, asked_at, due_on, answered_by)
    select n * 30, now(), current_date, case when n % 20 <> 0 then n end from generate_series(1, ${size} / 30) n;
  insert into lookup_limits (subject, failures, counting_until, blocked_until, application_id, kind)
    select 's' || n, 3, now() + interval '1 day', case when n % 10 = 0 then now() + interval '1 day' end,
           case when n % 2 = 0 then n end, 'code'
    from generate_series(1, least(60000, ${size})) n;`

const asked = 15

/** The desk's lists, where few fit among many: the median of some, once the statements are prepared. */
export async function printDeskLists(db: Database, code: string): Promise<void> {
  const reach = { within: ['ben-cat'], showDemo: false, today: dayOf(new Date()) }
  const small = { ...reach, within: ['my-phuoc'] }
  const files = (wanted: Wanted, whose = reach) => findFiles(db, whose, wanted)
  const lists: Record<string, () => Promise<unknown[]>> = {
    'newest files': () => files({}),
    'of a small station': () => files({}, small),
    'one code': () => files({ code }),
    'late ones': () => files({ overdue: true }),
    'a state that no file has': () => files({ statuses: ['mailed'] }),
    'far down the pages': () => files({ after: 5_000 }),
    'why late': () => listQuestions(db, reach, undefined),
    'why late, of a small station': () => listQuestions(db, small, undefined),
    lockouts: () => listLockouts(db, reach),
    'lockouts of a small station': () => listLockouts(db, small),
  }
  for (const [name, ask] of Object.entries(lists)) {
    const times: number[] = []
    for (let time = 0; time < asked; time += 1) {
      const start = performance.now()
      await ask()
      times.push(performance.now() - start)
    }
    const [median] = times.sort((a, b) => a - b).slice(Math.floor(asked / 2))
    console.log(`  desk, ${name}: ${median?.toFixed(2)} ms`)
  }
}

import { deliver, type DeliveryContext, type Lesson } from './deliver.ts'
import { getDelivery, pauseDelivery, type PauseReason, resumeDelivery } from './delivery.repo.ts'
import { openMessage, takeMessage } from './outbox.repo.ts'
import { isQuiet, nextMorning } from './quiet-hours.ts'

export interface OutboxWorker {
  /** Everything that is due now; answers how many turns were taken. */
  round(): Promise<number>
  /** Ends after the message that is under way. */
  stop(): Promise<void>
}

export interface WorkerOptions {
  everyMs?: number
  log: (message: string) => void
}

export function startOutboxWorker(context: DeliveryContext, options: WorkerOptions): OutboxWorker {
  const { db, clock, pace } = context
  const state = { stopped: false }
  let running: Promise<number> | undefined

  async function next() {
    const now = clock()
    const turnEnds = new Date(now.getTime() + pace.turnMs)
    // What is in doubt may be looked up at any hour; nobody is woken by that.
    const quiet = isQuiet(now)
    const due = await takeMessage(db, now, turnEnds, quiet)
    if (due || quiet || !(await openMessage(db, now, pace.gatherMs))) return due
    return takeMessage(db, now, turnEnds, false)
  }

  async function work(): Promise<number> {
    const { pausedUntil, failures } = await getDelivery(db)
    if (pausedUntil && pausedUntil > clock()) return 0
    let turns = 0
    while (!state.stopped) {
      const message = await next()
      if (!message) break
      turns += 1
      const lesson = await deliver(context, message)
      if (lesson === 'works' && failures > 0) await resumeDelivery(db)
      if (lesson === 'works' || lesson === 'nothing') continue
      await pauseDelivery(db, pauseEnd(lesson, failures, clock(), pace), lesson)
      options.log(`Messages to citizens wait: ${lesson}`)
      break
    }
    return turns
  }

  function round(): Promise<number> {
    running ??= work()
      .catch((error: unknown) => {
        if (!state.stopped) options.log(`Sending messages to citizens failed: ${String(error)}`)
        return 0
      })
      .finally(() => (running = undefined))
    return running
  }

  const timer = setInterval(() => void round(), options.everyMs ?? 5_000)
  timer.unref()
  return {
    round,
    async stop() {
      state.stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** What only a person can mend is tried now and then; what mends itself is tried later and later, not in step. */
function pauseEnd(
  why: PauseReason & Lesson,
  failures: number,
  now: Date,
  { waitMs, longestWaitMs, repairMs }: DeliveryContext['pace'],
): Date {
  if (why === 'quota' || why === 'night') return nextMorning(now)
  const repair = why === 'template' || why === 'setup' || why === 'connection'
  const wait = repair ? repairMs : Math.min(waitMs * 2 ** failures, longestWaitMs)
  return new Date(now.getTime() + wait * (0.5 + Math.random() / 2))
}

import { type ChildProcess, fork } from 'node:child_process'

export type Answers = Record<string, (argument: never) => unknown>

interface Ask {
  id: number
  name: string
  argument: unknown
}

type Reply = { id: number; answer: unknown } | { id: number; error: string }

/** A server in a process of its own, which also answers questions about itself. */
export class Child {
  readonly #process: ChildProcess
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>()
  #asked = 0

  constructor(file: string, env: Record<string, string> = {}) {
    this.#process = fork(file, {
      // Its request log goes where a fast disk would take it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
    })
    this.#process.on('message', (reply: Reply) => this.#settle(reply))
    this.#process.on('exit', (code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended with ${code}`))
    })
  }

  ask<Answer>(name: string, argument?: unknown): Promise<Answer> {
    const id = (this.#asked += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#process.send({ id, name, argument } satisfies Ask)
    })
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const ended = new Promise((resolve) => this.#process.once('exit', resolve))
    this.#process.disconnect()
    await ended
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else waiting?.resolve(reply.answer as never)
  }
}

/** The other side of `Child`, in the server's process; it ends with its parent. */
export function answerParent(answers: Answers, close: () => Promise<void>): void {
  process.on('disconnect', () => void close().finally(() => process.exit(0)))
  process.on('message', ({ id, name, argument }: Ask) => {
    void Promise.resolve()
      .then(() => answers[name]!(argument as never))
      .then(
        (answer) => process.send!({ id, answer }),
        (error: unknown) => process.send!({ id, error: String(error) }),
      )
  })
}

/** Microseconds of processor time that this process has used so far. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

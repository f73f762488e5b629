import { createConnection, type Socket } from 'node:net'
import { AnswerReader } from './load.ts'

/** One connection that is kept, with one request after the other: how long each takes to be answered. */
export class OneByOne {
  readonly #socket: Socket

  private constructor(socket: Socket) {
    this.#socket = socket
  }

  static open(port: number): Promise<OneByOne> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ port, host: '127.0.0.1', noDelay: true })
      socket.once('connect', () => {
        socket.off('error', reject)
        resolve(new OneByOne(socket))
      })
      socket.once('error', reject)
    })
  }

  /** Milliseconds; any other status than the wanted one throws out of the run. */
  ask(request: string, status: number): Promise<number> {
    const socket = this.#socket
    const answer = new AnswerReader(status)
    return new Promise((resolve, reject) => {
      const start = performance.now()
      const onData = (bytes: Buffer) => {
        if (!answer.take(bytes)) return
        const ms = performance.now() - start
        socket.off('data', onData)
        socket.off('error', reject)
        resolve(ms)
      }
      socket.on('data', onData)
      socket.once('error', reject)
      socket.write(request, 'latin1')
    })
  }

  close(): void {
    this.#socket.destroy()
  }
}

import { createConnection, type Socket } from 'node:net'

export interface Load {
  port: number
  /** Connections, each with one request under way. */
  connections: number
  ms: number
  /** The bytes of the next request. */
  next: () => string
  status: number
}

const endOfHead = Buffer.from('\r\n\r\n')

/** The number of answers per second. */
export async function runLoad(load: Load): Promise<number> {
  const start = performance.now()
  const answers = await countAnswers(load)
  return answers / ((performance.now() - start) / 1000)
}

/**
 * Keep-alive requests for a while, over bare sockets: node:http's own client costs more than the servers that it would
 * measure. Answers the number of answers; any other status than the wanted one ends the run.
 */
export async function countAnswers(load: Load): Promise<number> {
  const deadline = performance.now() + load.ms
  const counts = await Promise.all(Array.from({ length: load.connections }, () => keepAsking(load, deadline)))
  return counts.reduce((sum, count) => sum + count, 0)
}

function keepAsking(load: Load, deadline: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket: Socket = createConnection({ port: load.port, host: '127.0.0.1', noDelay: true })
    const answers = new AnswerReader(load.status)
    let count = 0
    const ask = () => socket.write(load.next(), 'latin1')
    socket.on('connect', ask)
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('The server closed a connection')))
    socket.on('data', (bytes) => {
      try {
        if (!answers.take(bytes)) return
      } catch (error) {
        socket.destroy(error as Error)
        return
      }
      count += 1
      if (performance.now() < deadline) {
        ask()
      } else {
        resolve(count)
        socket.destroy()
      }
    })
  })
}

/** Finds where one answer ends; there is never more than one under way. */
export class AnswerReader {
  readonly #status: string
  #head: Buffer | undefined
  #missing = 0

  constructor(status: number) {
    this.#status = `HTTP/1.1 ${status} `
  }

  /** True when the answer is complete. */
  take(bytes: Buffer): boolean {
    if (this.#missing > 0) {
      this.#missing -= bytes.length
      return this.#missing === 0
    }
    const seen = this.#head ? Buffer.concat([this.#head, bytes]) : bytes
    const end = seen.indexOf(endOfHead)
    this.#head = end < 0 ? seen : undefined
    if (end < 0) return false
    this.#missing = this.#bodyLength(seen, end) - (seen.length - end - endOfHead.length)
    return this.#missing === 0
  }

  #bodyLength(seen: Buffer, end: number): number {
    const head = seen.toString('latin1', 0, end)
    if (!head.startsWith(this.#status)) throw new Error(`Unexpected answer: ${seen.toString()}`)
    if (this.#status.includes('304')) return 0
    const length = /content-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`An answer without a length: ${head}`)
    return Number(length)
  }
}

const line = '\r\n'

/** A request as it goes over the wire; the body holds one byte in each sign. */
export function request(
  method: string,
  path: string,
  headers: Record<string, string | number> = {},
  body = '',
): string {
  const all = { host: 'bench', ...headers, ...(body && { 'content-type': 'application/json' }) }
  const length = body ? `content-length: ${body.length}${line}` : ''
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}${line}`)
  return `${method} ${path} HTTP/1.1${line}${lines.join('')}${length}${line}${body}`
}

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerParent, processorTime } from './child.ts'

/** An answer of the portal as it came over the wire. */
export interface Wire {
  status: number
  headers: string[]
  body: Uint8Array
}

// The fastest that node:http can be: every request gets the same bytes.
let wire: Wire = { status: 200, headers: [], body: new Uint8Array() }
const server = createServer((_, response) => {
  response.sendDate = false
  response.writeHead(wire.status, wire.headers)
  response.end(wire.status === 304 ? undefined : wire.body)
})

answerParent(
  {
    start: () =>
      new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
      ),
    serve: (next: Wire) => {
      wire = next
    },
    processorTime,
  },
  async () => server.closeAllConnections(),
)

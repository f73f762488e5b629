import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { controlRoutes } from './control.ts'
import { openExchange, type Handler } from './exchange.ts'
import { graphRoutes } from './graph.ts'
import { h5Routes } from './h5.ts'
import { messageRoutes } from './messages.ts'
import { oauthRoutes } from './oauth.ts'
import { createState, type StandInOptions, type State } from './state.ts'

export interface StandIn {
  /** Serves as graph, oauth, openapi, business and h5: their paths do not meet. */
  url: string
  state: State
  close(): Promise<void>
}

const zaloRoutes: Record<string, Handler> = { ...graphRoutes, ...h5Routes, ...oauthRoutes, ...messageRoutes }

/** Speaks the protocols of Zalo on this machine only. It signs anybody in, so production must not see it. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The Zalo stand-in signs anybody in and refuses to start with NODE_ENV=production.')
  }
  const state = createState(options)
  const server = createServer((req, res) => {
    serve(state, req, res).catch((error) => res.writeHead(500).end(String(error)))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Those left without an answer on purpose would otherwise hold the port.
        server.closeAllConnections()
      }),
  }
}

async function serve(state: State, req: IncomingMessage, res: ServerResponse) {
  if (req.method === 'OPTIONS') return allowPage(req, res)
  const exchange = await openExchange(state, req, res)
  const name = `${exchange.method} ${exchange.url.pathname}`
  const control = controlRoutes[name]
  if (control) return control(exchange)
  if (state.trouble === 'silence') return
  if (state.trouble === 'outage') return exchange.answer({ error: -1, message: 'Service Unavailable' }, 503)
  const handler = zaloRoutes[name]
  if (!handler) return exchange.answer({ error: 404, message: `No such address: ${name}` }, 404)
  await handler(exchange)
}

function allowPage(req: IncomingMessage, res: ServerResponse) {
  res.writeHead(204, {
    'access-control-allow-origin': req.headers.origin ?? '*',
    'access-control-allow-headers': req.headers['access-control-request-headers'] ?? '',
    'access-control-allow-methods': 'GET, POST',
  })
  res.end()
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { build } from 'vite'
import { startStandIn } from '#server/zalo/stand-in/start-stand-in.ts'
import { startPortal } from './portal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running portal. */
    portal: string
    /** A build for Zalo, whose API lies at `apiOrigin`. */
    zaloWww: string
  }
}

export const apiOrigin = 'https://api.portal.test'

/** Builds the Mini App for both hosts and starts the real server on a fresh database with demo data. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'portal-e2e-'))
  await buildApp()
  await buildApp({ VITE_API_URL: apiOrigin, PORTAL_WWW_DIR: join(folder, 'www-zalo') })
  const zalo = await startStandIn()
  const portal = await startPortal({ ZALO_GRAPH_URL: zalo.url, DATA_DIR: join(folder, 'data') })
  project.provide('portal', portal.address)
  project.provide('zaloWww', join(folder, 'www-zalo'))
  return async () => {
    await portal.stop()
    await zalo.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** As citizens get it: the test runner's own NODE_ENV would bundle the development build of React. */
async function buildApp(env: Record<string, string> = {}) {
  const before = { ...process.env }
  Object.assign(process.env, { NODE_ENV: 'production', ...env })
  await build({ logLevel: 'warn', mode: 'production' })
  process.env = before
}

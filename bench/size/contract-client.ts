import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, resolveConfig, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '../..')
const entry = join(root, 'bench/contract-client-entry.ts')
const code = `
  import { api } from '#contract/api.ts'
  import { createClient } from '#contract/client.ts'
  globalThis.client = createClient(api, { origin: '' })
`

/** Gzipped bytes of the typed client with every check of the contract and valibot, bundled alone as the app is. */
export async function contractClientSize(): Promise<number> {
  const app = await resolveConfig({ root, logLevel: 'warn' }, 'build', 'production')
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'contract-client-entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      target: app.build.target,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: entry },
    },
  })
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[]
  const chunks = outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk')
  return gzipSync(chunks.map((chunk) => chunk.code).join(''), { level: 9 }).length
}

import { join } from 'node:path'
import { loadDemo } from '#server/content/load-demo.ts'

/** The invented applications that the running portal was seeded with. */
export async function demoApplications() {
  const demo = await loadDemo(join(import.meta.dirname, '../content'), new Date())
  return demo.applications
}

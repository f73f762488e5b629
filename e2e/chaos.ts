import type { BrowserContext, Page, Route } from 'playwright-core'
import { type Portal, startPortal } from './portal.ts'

export const faultKinds = ['kill page', 'lose network', 'lose request', 'lose answer', 'kill server'] as const
export interface Fault {
  kind: (typeof faultKinds)[number]
  /** Milliseconds after the last thing that happened. */
  after: number
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A server that comes back at the same address with the same data. */
export async function killableServer(dataDir: string) {
  let portal: Portal = await startPortal({ DATA_DIR: dataDir })
  const { address } = portal
  return {
    address,
    kill: () => portal.kill(),
    start: async () => void (portal = await startPortal({ DATA_DIR: dataDir, PORT: new URL(address).port })),
    stop: () => portal.stop(),
  }
}
type Server = Awaited<ReturnType<typeof killableServer>>

/** One phone, whose page, network and server break as told. What it stores stays, as on a phone. */
export class BreakablePhone {
  readonly #context: BrowserContext
  readonly #server: Server
  #next: 'lose request' | 'lose answer' | undefined
  page: Page

  private constructor(context: BrowserContext, page: Page, server: Server) {
    this.#context = context
    this.page = page
    this.#server = server
  }

  static async switchOn(context: BrowserContext, server: Server): Promise<BreakablePhone> {
    const phone = new BreakablePhone(context, await context.newPage(), server)
    await context.route('**/api/tips**', (route) => phone.#pass(route))
    // Whether to leave a page that still shows a code: yes.
    context.on('dialog', (dialog) => void dialog.accept())
    return phone
  }

  async suffer({ kind, after }: Fault): Promise<void> {
    await pause(after)
    if (kind === 'kill page') return this.reopen()
    if (kind === 'kill server') {
      await this.#server.kill()
      return this.#server.start()
    }
    if (kind !== 'lose network') return void (this.#next = kind)
    await this.#context.setOffline(true)
    await pause(400)
    await this.#context.setOffline(false)
  }

  /** The app killed, and opened again at the form. */
  async reopen(): Promise<void> {
    const page = await this.#context.newPage()
    await this.page.close({ runBeforeUnload: false })
    this.page = page
    await page.goto('/tips/new')
  }

  async #pass(route: Route): Promise<void> {
    const fault = this.#next
    this.#next = undefined
    // Requests of a page that was killed have nobody left to answer to.
    if (fault === 'lose request') return route.abort().catch(() => undefined)
    if (fault === undefined) return route.continue().catch(() => undefined)
    await route.fetch().catch(() => undefined)
    await route.abort().catch(() => undefined)
  }
}

import { fileURLToPath } from 'node:url'
import { launchChromium } from '../../e2e/chromium.ts'
import { Child } from './child.ts'
import { measureFirstVisit, measureRepeatVisit } from './phone.ts'
import { measureProof } from './proof.ts'
import type { PortalPlaces, PortalPorts } from './portal-server.ts'
import { measureReads } from './reads.ts'
import type { Row } from './report.ts'
import { measureLookups, measureTips } from './writes.ts'

interface Portal {
  child: Child
  ports: PortalPorts
}

/** Starts the portal with its baselines in a process of their own, for as long as the work takes. */
export async function withPortal<T>(places: PortalPlaces, work: (portal: Portal) => Promise<T>): Promise<T> {
  const child = new Child(fileURLToPath(new URL('./portal-server.ts', import.meta.url)))
  try {
    return await work({ child, ports: await child.ask<PortalPorts>('start', places) })
  } finally {
    await child.stop()
  }
}

/** Everything that is measured without a browser. */
export async function measureServer({ child, ports }: Portal): Promise<Row[]> {
  const portal = { child, port: ports.portal }
  const fixed = new Child(fileURLToPath(new URL('./static-server.ts', import.meta.url)))
  try {
    const reads = await measureReads(portal, { child: fixed, port: await fixed.ask<number>('start') })
    return [
      ...reads,
      await measureLookups(portal, ports, await child.ask('lookups')),
      await measureTips(portal, 1),
      await measureTips(portal, 16),
    ]
  } finally {
    await fixed.stop()
  }
}

/** Home on a slow phone, served by the same kind of server as the bare page it is compared with; and a flood's work. */
export async function measurePhone({ ports }: Portal, folder: string): Promise<Row[]> {
  const browser = await launchChromium()
  try {
    const home = `http://127.0.0.1:${ports.portal}`
    const firstVisit = await measureFirstVisit(browser, home, `http://127.0.0.1:${ports.barePage}`)
    return [...firstVisit, await measureRepeatVisit(browser, home), await measureProof(browser, folder)]
  } finally {
    await browser.close()
  }
}

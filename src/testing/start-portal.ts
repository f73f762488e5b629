import { startTestServer } from '#server/testing/start-test-server.ts'
import { setApiFetch } from '#src/lib/api.ts'

type Options = Parameters<typeof startTestServer>[0]

/** The real server in this process: screens are tested against what they will really meet. */
export async function startPortal(options?: Options) {
  const portal = await startTestServer(options)
  return {
    ...portal,
    /** Call in `beforeEach`: every test starts with no network. */
    connect: () => setApiFetch(portal.fetch),
  }
}

import { startStandIn } from './start-stand-in.ts'

const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_STAND_IN_PORT = '8090' } = process.env

try {
  const standIn = await startStandIn({
    port: Number(ZALO_STAND_IN_PORT),
    ...(ZALO_APP_ID ? { appId: ZALO_APP_ID } : {}),
    ...(ZALO_APP_SECRET ? { appSecret: ZALO_APP_SECRET } : {}),
  })
  console.log(`Zalo stand-in, for development only
  graph, oauth, openapi, h5  ${standIn.url}
  control                    ${standIn.url}/_control
  app id, secret             ${standIn.state.appId}, ${standIn.state.appSecret}
  sign in as                 user-1000000000000000001 (any digits)`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

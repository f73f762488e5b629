import { createClient } from '#contract/client.ts'
import { desk } from '#contract/desk.ts'

/** An invented officer of the demonstration, from `content/demo/officers.yaml`. */
const account = { login: 'minh-hoa-chi-huy', passphrase: 'so cong tac bia do 2026' }

/** The officer in charge, who sees the tips of all stations, through the desk's own endpoints. */
export async function openDutyDesk(portal: string) {
  let cookie = ''
  const send: typeof fetch = async (input, init = {}) => {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), origin: portal, cookie }
    const answer = await fetch(input, { ...init, headers })
    cookie ||= answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    return answer
  }
  const client = createClient(desk, { origin: portal, fetch: send })
  const opened = await client.deskSession.open({ body: account })
  if (!opened.ok) throw new Error(`The officer could not sign in: ${opened.error.code}`)
  /** The files of a tip, by the public half of its code. */
  const filesOf = async (publicCode: string) => {
    const list = await client.deskTips.list({})
    const tip = list.ok ? list.data.tips.find((one) => one.publicCode === publicCode) : undefined
    const found = tip && (await client.deskTips.open({ params: { id: String(tip.id) } }))
    if (!found?.ok) throw new Error(`No tip ${publicCode}`)
    return found.data.files.map((file) => ({ ...file, tip: found.data.id }))
  }
  const bytesOf = async ({ id, tip }: { id: number; tip: number }): Promise<Buffer> => {
    const answer = await client.deskTips.openFile({ params: { id: String(tip), file: String(id) } })
    if (!answer.ok) throw new Error(answer.error.code)
    return Buffer.from(await answer.data.arrayBuffer())
  }
  return { filesOf, bytesOf }
}

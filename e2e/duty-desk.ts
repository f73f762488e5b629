import { type Client, createClient } from '#contract/client.ts'
import type { TipInList } from '#contract/desk-tip-views.ts'
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
  /** All of them, also those that came in a wave. */
  const tips = async () => {
    const all = await pages(client, {})
    const list = await client.deskTips.list({})
    const waves = list.ok ? list.data.waves : []
    return [...all, ...(await Promise.all(waves.map(({ wave }) => pages(client, { wave })))).flat()]
  }
  /** The files of a tip, by the public half of its code. */
  const filesOf = async (publicCode: string) => {
    const tip = (await tips()).find((one) => one.publicCode === publicCode)
    const found = tip && (await client.deskTips.open({ params: { id: String(tip.id) } }))
    if (!found?.ok) throw new Error(`No tip ${publicCode}`)
    return found.data.files.map((file) => ({ ...file, tip: found.data.id }))
  }
  const bytesOf = async ({ id, tip }: { id: number; tip: number }): Promise<Buffer> => {
    const answer = await client.deskTips.openFile({ params: { id: String(tip), file: String(id) } })
    if (!answer.ok) throw new Error(answer.error.code)
    return Buffer.from(await answer.data.arrayBuffer())
  }
  return { client, tips, filesOf, bytesOf }
}

type DeskClient = Client<typeof desk>

async function pages(client: DeskClient, query: { wave?: string }): Promise<TipInList[]> {
  const all: TipInList[] = []
  for (let before: number | null | undefined; before !== null;) {
    const list = await client.deskTips.list({
      query: { ...query, ...(before !== undefined && { before: String(before) }) },
    })
    if (!list.ok) throw new Error(list.error.code)
    all.push(...list.data.tips)
    before = list.data.next
  }
  return all
}

import { beforeEach, expect, test } from 'vitest'
import type { TipDraft } from '#contract/tips.ts'
import { setApiFetch } from '#src/lib/api.ts'
import { emptyFields } from './tip-fields.ts'
import { editAgain, findReceipt, sendAgain, sendFields, startAsNew } from './send-tip.ts'
import { changeTip, confirmReceipt, forgetTip, openTip, useTip, viewOf } from './tip.store.ts'

const text = 'Có hai người lạ rình trước cổng nhà trọ.'
const edited = 'Có hai người lạ rình trước cổng, một người áo xanh.'

/** A server that keeps one body for a key, behind a gateway that may lose requests or answers. */
function line() {
  const stored = new Map<string, string>()
  const sent: TipDraft[] = []
  const state = { lose: 'nothing' as 'nothing' | 'request' | 'answer', status: 200, held: Promise.resolve() }
  setApiFetch(async (_path, init) => {
    const body = init?.body as string
    const draft = JSON.parse(body) as TipDraft
    sent.push(draft)
    await state.held
    if (state.lose === 'request') return new Response('', { status: 500 })
    if (state.status !== 200) return refusal(state.status)
    const known = stored.get(draft.clientKey)
    if (known !== undefined && known !== body) return refusal(409)
    stored.set(draft.clientKey, body)
    if (state.lose === 'answer') return new Response('', { status: 500 })
    return Response.json({
      code: `${draft.text.length}`,
      publicCode: 'A',
      receivedAt: '2026-11-23T01:00:00Z',
    })
  })
  return { stored, sent, state }
}

const codes: Record<number, string> = { 409: 'conflict', 422: 'invalid', 503: 'unavailable' }
const refusal = (status: number) =>
  Response.json({ error: { code: codes[status], message: '', requestId: 'r' } }, { status })

const view = () => viewOf(useTip.getState())
const codeShown = () => useTip.getState().record.receipt?.code

beforeEach(async () => {
  useTip.setState(useTip.getInitialState(), true)
  await openTip()
  await forgetTip()
  changeTip({ category: 'khac', text })
})

test('a tip whose answer is lost is sent again to the letter and stored once', async () => {
  const { stored, sent, state } = line()
  state.lose = 'answer'
  await sendFields()
  expect(view()).toBe('outbox')
  state.lose = 'nothing'
  await sendAgain()
  expect(new Set(sent.map((draft) => JSON.stringify(draft))).size).toBe(1)
  expect(stored.size).toBe(1)
  expect(view()).toBe('receipt')
  expect(useTip.getState().record.fields).toEqual(emptyFields)
})

test('changed after a lost request, the changed tip arrives as the only one', async () => {
  const { stored, state } = line()
  state.lose = 'request'
  await sendFields()
  editAgain()
  changeTip({ text: edited })
  state.lose = 'nothing'
  await sendFields()
  expect([...stored.values()].map((body) => (JSON.parse(body) as TipDraft).text)).toEqual([edited])
  expect(codeShown()).toBe(`${edited.length}`)
})

test('changed after a lost answer, the receipt of the first is found and the change is not lost', async () => {
  const { stored, state } = line()
  state.lose = 'answer'
  await sendFields()
  editAgain()
  changeTip({ text: edited })
  state.lose = 'nothing'
  await sendFields()
  expect(view()).toBe('conflict')
  await findReceipt()
  expect(codeShown()).toBe(`${text.length}`)
  expect(stored.size).toBe(1)

  await confirmReceipt()
  expect(view()).toBe('form')
  expect(useTip.getState()).toMatchObject({ restored: 'leftover', record: { fields: { text: edited } } })
  await sendFields()
  expect(stored.size).toBe(2)
})

test('when the body of the stored tip is not here any more, one can still go on', async () => {
  const { stored, state } = line()
  stored.set(useTip.getState().record.clientKey, 'from another window')
  await sendFields()
  expect(view()).toBe('conflict')
  await findReceipt()
  expect(useTip.getState().sending.kind).toBe('not-found')
  state.lose = 'nothing'
  await startAsNew()
  expect(view()).toBe('form')
  await sendFields()
  expect(codeShown()).toBe(`${text.length}`)
})

test('looking for the receipt can fail and be tried again', async () => {
  const { state } = line()
  state.lose = 'answer'
  await sendFields()
  editAgain()
  changeTip({ text: edited })
  state.lose = 'nothing'
  await sendFields()
  state.lose = 'request'
  await findReceipt()
  expect(useTip.getState().sending).toMatchObject({ kind: 'search-failed', error: { code: 'unexpected' } })
  state.lose = 'nothing'
  await findReceipt()
  expect(view()).toBe('receipt')
})

test('a definite refusal leads back to the form, and the key stays', async () => {
  const { state, sent } = line()
  state.status = 422
  await sendFields()
  expect(view()).toBe('form')
  expect(useTip.getState().record.attempts).toEqual([])
  state.status = 200
  changeTip({ text: edited })
  await sendFields()
  expect(view()).toBe('receipt')
  expect(sent[1]?.clientKey).toBe(sent[0]?.clientKey)
})

test('an answer that comes after the tip was thrown away brings nothing back', async () => {
  const { state, sent } = line()
  let answer = () => {}
  state.held = new Promise((resolve) => (answer = resolve))
  const sending = sendFields()
  await expect.poll(() => sent.length).toBe(1)
  await forgetTip()
  answer()
  await sending
  expect(view()).toBe('form')
  expect(useTip.getState().record).toMatchObject({ fields: emptyFields, attempts: [], receipt: null })
})

test('a second tap while one is on its way sends nothing more', async () => {
  const { sent } = line()
  await Promise.all([sendFields(), sendFields(), sendAgain()])
  expect(sent).toHaveLength(1)
})

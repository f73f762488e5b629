import { screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setApiFetch } from '#src/lib/api.ts'
import { HomeScreen } from '#src/screens/home.screen.tsx'
import { offline } from '#src/testing/networks.ts'
import { renderScreen } from '#src/testing/render-screen.tsx'
import { startPortal } from '#src/testing/start-portal.ts'
import { takeHomeData } from './take-home-data.ts'

let portal: Awaited<ReturnType<typeof startPortal>>
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.close())
afterEach(() => (document.head.innerHTML = ''))

const send = (text: string) =>
  (document.head.innerHTML = `<script type="application/json" id="home-data">${text}</script>`)

test('what came with the page is shown without asking for it again', async () => {
  const [unit, news] = await Promise.all([portal.client.unit.get(), portal.client.news.list()])
  if (!unit.ok || !news.ok) throw new Error('The portal did not answer')
  send(JSON.stringify({ unit: unit.data, news: news.data }))
  setApiFetch(offline)
  expect(takeHomeData()).toBe(true)
  renderScreen(<HomeScreen />)
  expect(screen.getByText('Chưa có tin nào.')).toBeVisible()
  expect(screen.getAllByText(unit.data.name).length).toBeGreaterThan(0)
})

test.for([
  ['nothing', ''],
  ['half of it', '{"unit":'],
  ['another thing', '{"unit":{},"news":[]}'],
] as const)('%s leaves it to the API', ([, text]) => {
  send(text)
  expect(takeHomeData()).toBe(false)
})

import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { useNewestNews } from '#src/features/news/news.resource.ts'
import { host } from '#src/lib/host.ts'
import { useUnit } from '#src/lib/unit.ts'
import { App } from './app/app.tsx'
import { enterHere } from './app/enter.ts'

// Inside Zalo the page is the platform's own: it gives us `#app` and nothing else.
const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app element')

enterHere()

const place = (path: string) => path.replace(/\/$/, '')
const isHome = place(location.pathname) === place(host().basename)
const home = isHome ? Promise.all([useUnit.prefetch(), useNewestNews.prefetch(undefined)]) : undefined

const render = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )

// Where the preview's server has drawn Home already, the app takes its place with no less to show.
const longestWait = 1_000
if (isHome && root.hasChildNodes())
  void Promise.race([home, new Promise((resolve) => setTimeout(resolve, longestWait))]).then(render)
else render()

import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { useNewestNews } from '#src/features/news/news.resource.ts'
import { host } from '#src/lib/host.ts'
import { useUnit } from '#src/lib/unit.ts'
import { App } from './app/app.tsx'
import { enterHere } from './app/enter.ts'
import { takeHomeData } from './app/take-home-data.ts'

// Inside Zalo the page is the platform's own: it gives us `#app` and nothing else.
const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app element')

enterHere()

const place = (path: string) => path.replace(/\/$/, '')
const isHome = place(location.pathname) === place(host().basename)
const isDrawn = isHome && takeHomeData() && root.hasChildNodes()
if (isHome && !isDrawn) {
  useUnit.prefetch()
  useNewestNews.prefetch(undefined)
}

const app = (
  <StrictMode>
    <App />
  </StrictMode>
)
if (isDrawn) hydrateRoot(root, app)
else createRoot(root).render(app)

import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
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
if (place(location.pathname) === place(host().basename) && !takeHomeData()) {
  useUnit.prefetch()
  useNewestNews.prefetch(undefined)
}

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

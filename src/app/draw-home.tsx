import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import { App as ZaloApp } from 'zmp-ui'
import type { NewsPage } from '#contract/news.ts'
import type { Unit } from '#contract/unit.ts'
import { useNewestNews } from '#src/features/news/news.resource.ts'
import { setHost } from '#src/lib/host.ts'
import { useUnit } from '#src/lib/unit.ts'
import { createBrowserHost } from '#src/zalo/browser-host.ts'
import { Shell } from './app.tsx'

// Only its name and its place are asked while drawing.
setHost(createBrowserHost({ location: { pathname: '/' } } as Window))

/**
 * Home as HTML, for the preview's server: a slow phone shows it before the scripts have come. The app takes over
 * these very elements, so both must draw alike.
 */
export function drawHome(unit: Unit, news: NewsPage): string {
  useUnit.keep(undefined, unit)
  useNewestNews.keep(undefined, news)
  return renderToString(
    <ZaloApp theme="light">
      <StaticRouter location="/">
        <Shell />
      </StaticRouter>
    </ZaloApp>,
  )
}

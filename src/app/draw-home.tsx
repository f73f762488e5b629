import { renderToString } from 'react-dom/server'
import { StaticRouter } from 'react-router-dom/server'
import type { NewsPage } from '#contract/news.ts'
import type { Unit } from '#contract/unit.ts'
import { useNewestNews } from '#src/features/news/news.resource.ts'
import { setHost } from '#src/lib/host.ts'
import { useUnit } from '#src/lib/unit.ts'
import { HomeScreen } from '#src/screens/home.screen.tsx'
import { createBrowserHost } from '#src/zalo/browser-host.ts'
import { TabBar } from './tab-bar.tsx'

// Only its name and its place are asked while drawing.
setHost(createBrowserHost({ location: { pathname: '/' } } as Window))

/**
 * Home as HTML, for the preview's server: a slow phone shows it before the scripts have come. The app draws the same in
 * its place.
 */
export function drawHome(unit: Unit, news: NewsPage): string {
  useUnit.seed(undefined, unit)
  useNewestNews.seed(undefined, news)
  return renderToString(
    <StaticRouter location="/">
      <div className="shell">
        <HomeScreen />
        <TabBar />
      </div>
    </StaticRouter>,
  )
}

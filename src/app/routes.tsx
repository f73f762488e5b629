import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { HomeScreen } from '#src/screens/home.screen.tsx'
import { RouteBoundary } from './route-boundary.tsx'
import { RouteSkeleton } from './route-skeleton.tsx'

const GuidesScreen = lazy(() => import('#src/screens/guides.screen.tsx').then((m) => ({ default: m.GuidesScreen })))
const GuideScreen = lazy(() => import('#src/screens/guide.screen.tsx').then((m) => ({ default: m.GuideScreen })))
const ApplicationLookupScreen = lazy(() =>
  import('#src/screens/application-lookup.screen.tsx').then((m) => ({ default: m.ApplicationLookupScreen })),
)
const NewsScreen = lazy(() => import('#src/screens/news.screen.tsx').then((m) => ({ default: m.NewsScreen })))
const ArticleScreen = lazy(() => import('#src/screens/article.screen.tsx').then((m) => ({ default: m.ArticleScreen })))
const TipReportScreen = lazy(() =>
  import('#src/screens/tip-report.screen.tsx').then((m) => ({ default: m.TipReportScreen })),
)
const StationsScreen = lazy(() =>
  import('#src/screens/stations.screen.tsx').then((m) => ({ default: m.StationsScreen })),
)
const SettingsScreen = lazy(() =>
  import('#src/screens/settings.screen.tsx').then((m) => ({ default: m.SettingsScreen })),
)
const NotFoundScreen = lazy(() =>
  import('#src/screens/not-found.screen.tsx').then((m) => ({ default: m.NotFoundScreen })),
)

/** One line a screen. Home comes with the app, the others when they are first wanted. */
export function AppRoutes() {
  return (
    // A new address is a new attempt, so a broken screen does not hold the whole app.
    <RouteBoundary key={useLocation().pathname}>
      <Suspense fallback={<RouteSkeleton />}>
        <Routes>
          <Route path="/" element={<HomeScreen />} />
          <Route path="/guides" element={<GuidesScreen />} />
          <Route path="/guides/:slug" element={<GuideScreen />} />
          <Route path="/applications" element={<ApplicationLookupScreen />} />
          <Route path="/news" element={<NewsScreen />} />
          <Route path="/news/:slug" element={<ArticleScreen />} />
          <Route path="/tips/new" element={<TipReportScreen />} />
          <Route path="/stations" element={<StationsScreen />} />
          <Route path="/settings" element={<SettingsScreen />} />
          <Route path="*" element={<NotFoundScreen />} />
        </Routes>
      </Suspense>
    </RouteBoundary>
  )
}

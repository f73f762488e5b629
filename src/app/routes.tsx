import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { HomeScreen } from '#src/screens/home.screen.tsx'
import { RouteBoundary } from './route-boundary.tsx'
import { RouteSkeleton } from './route-skeleton.tsx'

const GuidesScreen = lazy(() =>
  import('#src/screens/guides.screen.tsx').then((m) => ({ default: m.GuidesScreen })),
)
const GuideScreen = lazy(() =>
  import('#src/screens/guide.screen.tsx').then((m) => ({ default: m.GuideScreen })),
)
const FormsScreen = lazy(() =>
  import('#src/screens/forms.screen.tsx').then((m) => ({ default: m.FormsScreen })),
)
const FinderScreen = lazy(() =>
  import('#src/screens/finder.screen.tsx').then((m) => ({ default: m.FinderScreen })),
)
const GuideChecklistScreen = lazy(() =>
  import('#src/screens/guide-checklist.screen.tsx').then((m) => ({ default: m.GuideChecklistScreen })),
)
const ChecklistsScreen = lazy(() =>
  import('#src/screens/checklists.screen.tsx').then((m) => ({ default: m.ChecklistsScreen })),
)
const ChecklistScreen = lazy(() =>
  import('#src/screens/checklist.screen.tsx').then((m) => ({ default: m.ChecklistScreen })),
)
const ApplicationLookupScreen = lazy(() =>
  import('#src/screens/application-lookup.screen.tsx').then((m) => ({ default: m.ApplicationLookupScreen })),
)
const SavedApplicationScreen = lazy(() =>
  import('#src/screens/saved-application.screen.tsx').then((m) => ({ default: m.SavedApplicationScreen })),
)
const OpenSlipScreen = lazy(() =>
  import('#src/screens/open-slip.screen.tsx').then((m) => ({ default: m.OpenSlipScreen })),
)
const ScanSlipScreen = lazy(() =>
  import('#src/screens/scan-slip.screen.tsx').then((m) => ({ default: m.ScanSlipScreen })),
)
const MyApplicationsScreen = lazy(() =>
  import('#src/screens/my-applications.screen.tsx').then((m) => ({ default: m.MyApplicationsScreen })),
)
const NewsScreen = lazy(() => import('#src/screens/news.screen.tsx').then((m) => ({ default: m.NewsScreen })))
const ArticleScreen = lazy(() =>
  import('#src/screens/article.screen.tsx').then((m) => ({ default: m.ArticleScreen })),
)
const TipReportScreen = lazy(() =>
  import('#src/screens/tip-report.screen.tsx').then((m) => ({ default: m.TipReportScreen })),
)
const TipThreadScreen = lazy(() =>
  import('#src/screens/tip-thread.screen.tsx').then((m) => ({ default: m.TipThreadScreen })),
)
const StationsScreen = lazy(() =>
  import('#src/screens/stations.screen.tsx').then((m) => ({ default: m.StationsScreen })),
)
const StationScreen = lazy(() =>
  import('#src/screens/station.screen.tsx').then((m) => ({ default: m.StationScreen })),
)
const MyStationScreen = lazy(() =>
  import('#src/screens/my-station.screen.tsx').then((m) => ({ default: m.MyStationScreen })),
)
const SearchScreen = lazy(() =>
  import('#src/screens/search.screen.tsx').then((m) => ({ default: m.SearchScreen })),
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
          <Route path="/guides/finder" element={<FinderScreen />} />
          <Route path="/guides/:slug" element={<GuideScreen />} />
          <Route path="/guides/:slug/checklist" element={<GuideChecklistScreen />} />
          <Route path="/checklists" element={<ChecklistsScreen />} />
          <Route path="/checklists/:id" element={<ChecklistScreen />} />
          <Route path="/forms" element={<FormsScreen />} />
          <Route path="/applications" element={<ApplicationLookupScreen />} />
          <Route path="/applications/saved/:id" element={<SavedApplicationScreen />} />
          <Route path="/applications/open" element={<OpenSlipScreen />} />
          <Route path="/applications/scan" element={<ScanSlipScreen />} />
          <Route path="/applications/mine" element={<MyApplicationsScreen />} />
          <Route path="/news" element={<NewsScreen />} />
          <Route path="/news/:slug" element={<ArticleScreen />} />
          <Route path="/tips/new" element={<TipReportScreen />} />
          <Route path="/tips/open" element={<TipThreadScreen />} />
          <Route path="/stations" element={<StationsScreen />} />
          <Route path="/stations/:id" element={<StationScreen />} />
          <Route path="/my-station" element={<MyStationScreen />} />
          <Route path="/search" element={<SearchScreen />} />
          <Route path="/settings" element={<SettingsScreen />} />
          <Route path="*" element={<NotFoundScreen />} />
        </Routes>
      </Suspense>
    </RouteBoundary>
  )
}

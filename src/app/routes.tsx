import { Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { HomeScreen } from '#src/screens/home.screen.tsx'
import { lateScreen } from './late-screen.tsx'
import { RouteBoundary } from './route-boundary.tsx'
import { RouteSkeleton } from './route-skeleton.tsx'

const GuideScreen = lateScreen(() => import('#src/screens/guide.screen.tsx').then((m) => m.GuideScreen))
const GuidesScreen = lateScreen(
  () => import('#src/screens/guides.screen.tsx').then((m) => m.GuidesScreen),
  GuideScreen,
)
const FormsScreen = lateScreen(() => import('#src/screens/forms.screen.tsx').then((m) => m.FormsScreen))
const FinderScreen = lateScreen(() => import('#src/screens/finder.screen.tsx').then((m) => m.FinderScreen))
const GuideChecklistScreen = lateScreen(() =>
  import('#src/screens/guide-checklist.screen.tsx').then((m) => m.GuideChecklistScreen),
)
const ChecklistsScreen = lateScreen(() =>
  import('#src/screens/checklists.screen.tsx').then((m) => m.ChecklistsScreen),
)
const ChecklistScreen = lateScreen(() =>
  import('#src/screens/checklist.screen.tsx').then((m) => m.ChecklistScreen),
)
const ApplicationLookupScreen = lateScreen(() =>
  import('#src/screens/application-lookup.screen.tsx').then((m) => m.ApplicationLookupScreen),
)
const SavedApplicationScreen = lateScreen(() =>
  import('#src/screens/saved-application.screen.tsx').then((m) => m.SavedApplicationScreen),
)
const OpenSlipScreen = lateScreen(() =>
  import('#src/screens/open-slip.screen.tsx').then((m) => m.OpenSlipScreen),
)
const ScanSlipScreen = lateScreen(() =>
  import('#src/screens/scan-slip.screen.tsx').then((m) => m.ScanSlipScreen),
)
const MyApplicationsScreen = lateScreen(() =>
  import('#src/screens/my-applications.screen.tsx').then((m) => m.MyApplicationsScreen),
)
const ArticleScreen = lateScreen(() => import('#src/screens/article.screen.tsx').then((m) => m.ArticleScreen))
const NewsScreen = lateScreen(
  () => import('#src/screens/news.screen.tsx').then((m) => m.NewsScreen),
  ArticleScreen,
)
const TipReportScreen = lateScreen(() =>
  import('#src/screens/tip-report.screen.tsx').then((m) => m.TipReportScreen),
)
const TipThreadScreen = lateScreen(() =>
  import('#src/screens/tip-thread.screen.tsx').then((m) => m.TipThreadScreen),
)
const StationScreen = lateScreen(() => import('#src/screens/station.screen.tsx').then((m) => m.StationScreen))
const StationsScreen = lateScreen(
  () => import('#src/screens/stations.screen.tsx').then((m) => m.StationsScreen),
  StationScreen,
)
const MyStationScreen = lateScreen(() =>
  import('#src/screens/my-station.screen.tsx').then((m) => m.MyStationScreen),
)
const SearchScreen = lateScreen(() => import('#src/screens/search.screen.tsx').then((m) => m.SearchScreen))
const SettingsScreen = lateScreen(() =>
  import('#src/screens/settings.screen.tsx').then((m) => m.SettingsScreen),
)
const NotFoundScreen = lateScreen(() =>
  import('#src/screens/not-found.screen.tsx').then((m) => m.NotFoundScreen),
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

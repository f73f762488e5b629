import { useLayoutEffect } from 'react'
import { BrowserRouter } from 'react-router-dom'
import { App as ZaloApp } from 'zmp-ui'
import { host } from '#src/lib/host.ts'
import { usePreferences } from '#src/lib/preferences.ts'
import { AppRoutes } from './routes.tsx'
import './shell.css'
import { TabBar } from './tab-bar.tsx'
import { useOpenApp } from './use-open-app.ts'
import { useWarmScreens } from './use-warm-screens.ts'
import { useTheme } from './use-theme.ts'

export function App() {
  const theme = useTheme()
  const textSize = usePreferences((preferences) => preferences.textSize)

  // Before the first paint, so that nothing flashes in the wrong colours or size.
  useLayoutEffect(() => {
    const root = document.documentElement
    // Inside Zalo the page is the platform's, and it names no language.
    root.lang = 'vi'
    root.dataset.theme = theme
    root.dataset.textSize = textSize
    root.dataset.host = host().name
    // zmp-ui's App sets it only once.
    document.body.setAttribute('zaui-theme', theme)
  }, [theme, textSize])

  return (
    <ZaloApp theme={theme}>
      <BrowserRouter
        basename={host().basename}
        future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
      >
        <Shell />
      </BrowserRouter>
    </ZaloApp>
  )
}

export function Shell() {
  useOpenApp()
  useWarmScreens()
  return (
    <div className="shell">
      <AppRoutes />
      <TabBar />
    </div>
  )
}

import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom'
import { setHost } from '#src/lib/host.ts'
import { createFakeHost, type FakeHost } from '#src/zalo/fake-host.ts'

interface RenderOptions {
  /** The address one is at. */
  path?: string
  /** The screen's pattern, when its address carries parameters. */
  route?: string
  /** Of an earlier screen: what that one stored is still there, as after a reload. */
  host?: FakeHost
}

const future = { v7_startTransition: true, v7_relativeSplatPath: true }

/** A screen as the app would show it, on a fake host. `path()` tells where one has gone since. */
export function renderScreen(ui: ReactNode, options: RenderOptions = {}) {
  const { path = '/', route = '*', host = createFakeHost() } = options
  setHost(host)
  let current = path
  const view = render(
    <MemoryRouter initialEntries={[path]} future={future}>
      <Where onChange={(next) => (current = next)} />
      <Routes>
        <Route path={route} element={ui} />
        <Route path="*" element={null} />
      </Routes>
    </MemoryRouter>,
  )
  return { ...view, host, user: userEvent.setup(), path: () => current }
}

function Where({ onChange }: { onChange: (path: string) => void }) {
  const { pathname, search } = useLocation()
  onChange(pathname + search)
  return null
}

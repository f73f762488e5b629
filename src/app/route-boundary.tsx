import { Component, type ReactNode } from 'react'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { EmergencyBlock } from '#src/ui/emergency-block.tsx'
import { Notice } from '#src/ui/notice.tsx'

/** Catches a screen that broke or whose code did not arrive, usually for want of network. */
export class RouteBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenScreen /> : this.props.children
  }
}

function BrokenScreen() {
  return (
    <AppPage title="Trang chưa mở được" back={paths.home()}>
      <div className="stack">
        <Notice tone="warning" title="Có thể mạng đang yếu" role="alert">
          <p>Bạn kiểm tra mạng rồi tải lại trang.</p>
        </Notice>
        {/* A module that failed to load stays failed until the page itself is loaded again. */}
        <Button fullWidth onClick={() => window.location.reload()}>
          Tải lại trang
        </Button>
        <ButtonLink kind="secondary" fullWidth to={paths.home()}>
          Về trang chủ
        </ButtonLink>
        <EmergencyBlock />
      </div>
    </AppPage>
  )
}

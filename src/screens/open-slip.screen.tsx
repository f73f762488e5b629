import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { readSlipSecret } from '#contract/slip-secret.ts'
import { openSecret, openSecretAgain, useOpenedSlip } from '#src/features/applications/lookup.store.ts'
import { OpenSlipFailure } from '#src/features/applications/open-slip-failure.tsx'
import { SlipActions } from '#src/features/applications/slip-actions.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'
import { ApplicationView } from './application-view.tsx'

/** Where the QR of a slip, and the one shown by a relative, lead to. */
export function OpenSlipScreen() {
  const { remote, askedAt } = useSecretInAddress()
  return (
    <AppPage title="Hồ sơ" back={paths.applications()}>
      {remote.kind === 'idle' && <NothingToOpen />}
      {remote.kind === 'loading' && <Skeleton />}
      {remote.kind === 'failed' && <OpenSlipFailure failure={remote.error} onRetry={openSecretAgain} />}
      {remote.kind === 'ready' && (
        <ApplicationView
          application={remote.data}
          pass={remote.data.pass}
          askedAt={askedAt}
          actions={<SlipActions application={remote.data} />}
        />
      )}
    </AppPage>
  )
}

/** Taken out of the address at once: it must not stay there to be copied or read over a shoulder. */
function useSecretInAddress() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    const secret = readSlipSecret(hash)
    if (!secret) return
    void openSecret(secret)
    navigate(paths.openSlip(), { replace: true })
  }, [hash, navigate])
  return useOpenedSlip()
}

function NothingToOpen() {
  return (
    <EmptyState
      title="Chưa có hồ sơ nào được mở"
      text="Bạn quét lại mã trên giấy hẹn. Hồ sơ chưa lưu sẽ đóng khi tải lại trang."
      action={<ButtonLink to={paths.scanSlip()}>Quét mã trên giấy hẹn</ButtonLink>}
    />
  )
}

import { type ReactNode, useState } from 'react'
import { slipLink } from '#contract/slip-secret.ts'
import { apiOrigin } from '#src/lib/api-origin.ts'
import { Button } from '#src/ui/button.tsx'
import { Dialog } from '#src/ui/dialog.tsx'
import { FailureNotice } from '#src/ui/failure-notice.tsx'
import { QrCode } from '#src/ui/qr-code.tsx'
import { PassFailure } from './pass-failure.tsx'
import { SharedWith } from './shared-with.tsx'
import { slipApi } from './slip-api.ts'
import { useMinutesLeft } from './use-minutes-left.ts'

interface ShareSlipProps {
  pass: string
  /** The secret of this phone, which stays in use when others are taken out of it. */
  ownSecret: string | null
}

type Share = Awaited<ReturnType<typeof slipApi.slip.share>>

/** A relative scans the QR from this screen; it cannot be forwarded for long. */
export function ShareSlip({ pass, ownSecret }: ShareSlipProps) {
  const [share, setShare] = useState<Share>()
  const [busy, setBusy] = useState(false)
  const [released, setReleased] = useState(false)
  const make = async () => {
    setBusy(true)
    setReleased(false)
    setShare(await slipApi.slip.share({ body: { pass } }))
    setBusy(false)
  }
  const close = () => setShare(undefined)
  return (
    <>
      <Button kind="secondary" icon="share" fullWidth busy={busy} onClick={() => void make()}>
        Cho người thân cùng theo dõi
      </Button>
      <Dialog
        open={share !== undefined}
        title={released ? 'Đã gỡ các máy khác' : 'Cho người thân quét mã này'}
        onClose={close}
      >
        {share?.ok && released && (
          <DeadCode onAgain={() => void make()}>Các máy khác và mã vừa tạo không mở được hồ sơ nữa.</DeadCode>
        )}
        {share?.ok && !released && (
          <>
            <ShareCode {...share.data} onAgain={() => void make()} />
            <SharedWith
              {...{ pass, ownSecret }}
              phones={share.data.phones}
              onReleased={() => setReleased(true)}
            />
          </>
        )}
        {share && !share.ok && <ShareFailure error={share.error} />}
        <Button kind="secondary" fullWidth onClick={close}>
          Đóng
        </Button>
      </Dialog>
    </>
  )
}

function DeadCode({ children, onAgain }: { children: ReactNode; onAgain: () => void }) {
  return (
    <>
      <p role="status">{children}</p>
      <Button fullWidth onClick={onAgain}>
        Tạo mã mới
      </Button>
    </>
  )
}

function ShareFailure({ error }: { error: Extract<Share, { ok: false }>['error'] }) {
  if (error.code === 'forbidden') {
    return <p>Hồ sơ này do người khác cho bạn xem. Chỉ chủ hồ sơ cho thêm người xem được.</p>
  }
  return error.code === 'not-found' ? <PassFailure /> : <FailureNotice failure={error} />
}

function ShareCode({
  secret,
  expiresAt,
  onAgain,
}: {
  secret: string
  expiresAt: string
  onAgain: () => void
}) {
  const minutes = useMinutesLeft(expiresAt)
  if (minutes === 0) {
    return <DeadCode onAgain={onAgain}>Mã này đã hết hạn, không mở được nữa.</DeadCode>
  }
  return (
    <>
      <p>Người thân mở máy ảnh, quét mã và xem được hồ sơ như bạn. Bạn chỉ cho người bạn tin.</p>
      <QrCode
        text={slipLink(apiOrigin() || window.location.origin, secret)}
        label="Mã QR để người thân quét"
      />
      <p role="status">Mã hết hạn sau {minutes} phút.</p>
    </>
  )
}

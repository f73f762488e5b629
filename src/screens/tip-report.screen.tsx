import { useRef } from 'react'
import { Link } from 'react-router-dom'
import { OfficerComplaints } from '#src/features/tips/officer-complaints.tsx'
import { QuickExit } from '#src/features/tips/quick-exit.tsx'
import { RestoredNotice } from '#src/features/tips/restored-notice.tsx'
import { SentFilesLater } from '#src/features/tips/tip-files-later.tsx'
import { TipAbout } from '#src/features/tips/tip-about.tsx'
import { TipConflict } from '#src/features/tips/tip-conflict.tsx'
import { TipElsewhere } from '#src/features/tips/tip-elsewhere.tsx'
import { TipFinished } from '#src/features/tips/tip-finished.tsx'
import { TipForm } from '#src/features/tips/tip-form.tsx'
import { TipOutbox } from '#src/features/tips/tip-outbox.tsx'
import { TipReceipt } from '#src/features/tips/tip-receipt.tsx'
import { useTip, viewOf } from '#src/features/tips/tip.store.ts'
import { useTipLifetime } from '#src/features/tips/use-tip-lifetime.ts'
import { ViewHeading } from '#src/features/tips/view-heading.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { EmergencyBlock } from '#src/ui/emergency-block.tsx'
import { Skeleton } from '#src/ui/skeleton.tsx'

export function TipReportScreen() {
  const ready = useTipLifetime()
  const receipt = useTip((state) => state.record.receipt)
  const view = useTip(viewOf)
  const turn = useTip((state) => state.turn)
  const atOpening = useRef(turn)
  return (
    <AppPage title="Báo tin về an ninh, trật tự" back={paths.home()} action={<QuickExit />}>
      <div className="stack">
        {/* Only a receipt comes before it: that is what the person waits for. */}
        {!receipt && <EmergencyBlock />}
        {!ready && <Skeleton />}
        {view === 'elsewhere' && <TipElsewhere />}
        {(view === 'form' || view === 'finished') && <SentFilesLater title="Tệp của tin đã gửi" />}
        {ready && view === 'form' && <Form key={turn} takesFocus={turn !== atOpening.current} />}
        {view === 'outbox' && <TipOutbox />}
        {view === 'conflict' && <TipConflict />}
        {view === 'finished' && <TipFinished />}
        {receipt && <TipReceipt receipt={receipt} />}
        {receipt && <EmergencyBlock />}
      </div>
    </AppPage>
  )
}

/** `takesFocus`: it comes in the place of what had the focus, and not with the page. */
function Form({ takesFocus }: { takesFocus: boolean }) {
  return (
    <div>
      <div className="stack">
        <ViewHeading takesFocus={takesFocus}>Tin báo của bạn</ViewHeading>
        <RestoredNotice />
        <p>Biểu mẫu này không được trực 24/24. “Thoát nhanh” xóa bản nháp và mở trang tin tức.</p>
        <p>
          Đã gửi tin trước đây? <Link to={paths.tipThread()}>Xem tin đã gửi bằng mã</Link>.
        </p>
        <OfficerComplaints />
        <TipAbout />
      </div>
      <TipForm />
    </div>
  )
}

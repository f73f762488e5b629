import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { tidyCode } from '#src/features/applications/check-lookup.ts'
import { LookupForm } from '#src/features/applications/lookup-form.tsx'
import { lookUpFromLink, startLookupAgain, useLookup } from '#src/features/applications/lookup.store.ts'
import { OtherWays } from '#src/features/applications/other-ways.tsx'
import { SavedList } from '#src/features/applications/saved-list.tsx'
import { SlipActions } from '#src/features/applications/slip-actions.tsx'
import { AppPage } from '#src/ui/app-page.tsx'
import { Button } from '#src/ui/button.tsx'
import { Section } from '#src/ui/section.tsx'
import { ApplicationView } from './application-view.tsx'

export function ApplicationLookupScreen() {
  const [search, setSearch] = useSearchParams()
  const linkedCode = tidyCode(search.get('code') ?? '')
  const remote = useLookup((state) => state.remote)
  const askedAt = useLookup((state) => state.askedAt)
  const [another, setAnother] = useState(false)

  useEffect(() => {
    if (linkedCode) lookUpFromLink(linkedCode)
  }, [linkedCode])

  const startAgain = () => {
    // The code in the address would fill itself in again.
    if (linkedCode) setSearch({}, { replace: true })
    setAnother(true)
    startLookupAgain()
  }
  return (
    <AppPage title="Tra cứu hồ sơ">
      {remote.kind === 'ready' ? (
        <div className="stack">
          <ApplicationView
            application={remote.data}
            pass={remote.data.pass}
            askedAt={askedAt}
            actions={<SlipActions application={remote.data} />}
          />
          <Button kind="secondary" icon="search" fullWidth onClick={startAgain}>
            Tra hồ sơ khác
          </Button>
        </div>
      ) : (
        <>
          <SavedList />
          <Section title="Tra bằng mã hồ sơ">
            <p>Xem hồ sơ đang ở bước nào và ngày hẹn trả kết quả.</p>
            <LookupForm key={linkedCode} remote={remote} linkedCode={linkedCode} another={another} />
            <p>Mất giấy hẹn hoặc quên số kiểm tra? Bạn hỏi tại quầy đã nhận hồ sơ.</p>
          </Section>
          <OtherWays />
        </>
      )}
    </AppPage>
  )
}

import { useNavigate } from 'react-router-dom'
import { ScanSlip } from '#src/features/applications/scan-slip.tsx'
import { TypeSecret } from '#src/features/applications/type-secret.tsx'
import { openSecret } from '#src/features/applications/lookup.store.ts'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { Section } from '#src/ui/section.tsx'

export function ScanSlipScreen() {
  const navigate = useNavigate()
  const open = (secret: string) => {
    void openSecret(secret)
    navigate(paths.openSlip())
  }
  return (
    <AppPage title="Quét mã trên giấy hẹn" back={paths.applications()}>
      <ScanSlip onSecret={open} />
      <Section title="Không quét được?">
        <TypeSecret onSecret={open} />
      </Section>
    </AppPage>
  )
}

import { useState } from 'react'
import type { OpenedApplication } from '#contract/applications.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { type Kept, isSame, saveApplication, useOpenSaved, useSaved } from './saved.store.ts'

const words: Record<Kept, string> = {
  kept: 'Đã lưu. Lần sau bạn mở mục Hồ sơ là thấy.',
  'this-visit': 'Máy không lưu được, hồ sơ chỉ còn đến khi bạn đóng ứng dụng.',
  expired: 'Trang đã mở lâu. Bạn tra lại hồ sơ rồi lưu.',
  failed: 'Chưa lưu được. Bạn kiểm tra mạng rồi thử lại.',
}

export function SaveSlip({ application }: { application: OpenedApplication }) {
  useOpenSaved()
  const saved = useSaved(({ entries }) =>
    entries.find((one) => !one.gone && isSame(one.application, application)),
  )
  const [outcome, setOutcome] = useState<Kept>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setOutcome(await saveApplication(application))
    setBusy(false)
  }
  return (
    <div>
      {saved ? (
        <ButtonLink kind="secondary" icon="check" fullWidth to={paths.savedApplication(saved.id)}>
          Đã lưu, mở hồ sơ đã lưu
        </ButtonLink>
      ) : (
        <>
          <Button icon="download" fullWidth busy={busy} onClick={() => void save()}>
            Lưu hồ sơ trên máy này
          </Button>
          <p className="application__note">Lần sau mở bằng một chạm. Máy không lưu số kiểm tra.</p>
        </>
      )}
      <p role="status">{outcome && words[outcome]}</p>
    </div>
  )
}

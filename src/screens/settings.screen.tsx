import { AboutUnit } from '#src/features/unit/about-unit.tsx'
import { PrivacyText } from '#src/features/unit/privacy-text.tsx'
import { useUnit } from '#src/lib/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { setPreferences, usePreferences, type Preferences } from '#src/lib/preferences.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ChoiceGroup } from '#src/ui/choice-group.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { Section } from '#src/ui/section.tsx'
import { ClearPhone } from './clear-phone.tsx'

const textSizes: readonly { value: Preferences['textSize']; label: string }[] = [
  { value: 'normal', label: 'Thường' },
  { value: 'large', label: 'Lớn' },
  { value: 'largest', label: 'Rất lớn' },
]

const themes: readonly { value: Preferences['theme']; label: string }[] = [
  { value: 'system', label: 'Theo máy' },
  { value: 'light', label: 'Sáng' },
  { value: 'dark', label: 'Tối' },
]

export function SettingsScreen() {
  const { textSize, theme } = usePreferences()
  const { remote, reload } = useUnit()
  return (
    <AppPage title="Cài đặt" back={paths.home()}>
      <div className="stack">
        <ChoiceGroup
          legend="Cỡ chữ"
          value={textSize}
          onChange={(value) => setPreferences({ textSize: value })}
          options={textSizes}
        />
        <ChoiceGroup
          legend="Màu nền"
          value={theme}
          onChange={(value) => setPreferences({ theme: value })}
          options={themes}
        />
      </div>
      <Section title="Quyền riêng tư">
        <RemoteView remote={remote} onRetry={reload}>
          {({ privacy }) => <PrivacyText privacy={privacy} />}
        </RemoteView>
      </Section>
      <Section title="Dữ liệu trên máy này">
        <ClearPhone />
      </Section>
      <Section title="Về ứng dụng">
        <p>Ứng dụng giúp bạn làm việc với công an phường từ xa. Đọc nội dung không cần đăng nhập.</p>
        {/* Its failure is already told above. */}
        {remote.kind === 'ready' && <AboutUnit unit={remote.data} />}
      </Section>
    </AppPage>
  )
}

import { FormList } from '#src/features/forms/form-list.tsx'
import { useForms } from '#src/features/forms/forms.resource.ts'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

export function FormsScreen() {
  const { remote, reload } = useForms()
  return (
    <AppPage title="Mẫu phiếu, tờ khai" back={paths.guides()}>
      <div className="stack">
        <p>Ứng dụng không nhận phiếu, tờ khai. Bạn nộp trực tuyến hoặc tại nơi giải quyết.</p>
        <RemoteView remote={remote} onRetry={reload}>
          {({ forms }) => <FormList forms={forms} />}
        </RemoteView>
      </div>
    </AppPage>
  )
}

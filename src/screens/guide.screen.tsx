import { useParams } from 'react-router-dom'
import { FinderEntry } from '#src/features/finder/finder-entry.tsx'
import { GuideText } from '#src/features/guides/guide-text.tsx'
import { useGuide } from '#src/features/guides/guides.resource.ts'
import { GuideStation } from '#src/features/stations/guide-station.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { ButtonLink } from '#src/ui/button.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'

export function GuideScreen() {
  const { slug = '' } = useParams()
  const { remote, reload } = useGuide(slug)
  const title = remote.kind === 'ready' ? remote.data.title : 'Thủ tục'
  const gone = remote.kind === 'failed' && ['not-found', 'invalid'].includes(remote.error.code)
  return (
    <AppPage title={title} back={paths.guides()}>
      <div className="stack">
        {/* Trying again cannot bring back what is not there. */}
        <RemoteView
          remote={gone ? { kind: 'failed', error: { code: 'not-found' } } : remote}
          onRetry={gone ? undefined : reload}
        >
          {(guide) => (
            <GuideText guide={guide}>
              {!guide.abolished && (
                <ButtonLink icon="check" fullWidth to={paths.guideChecklist(slug)}>
                  Danh sách chuẩn bị
                </ButtonLink>
              )}
              {!guide.abolished && !guide.onlineOnly && guide.handledBy === null && (
                <GuideStation group={guide.group} />
              )}
              {guide.group === 'can-cuoc' && <FinderEntry />}
            </GuideText>
          )}
        </RemoteView>
        {gone && (
          <ButtonLink fullWidth to={paths.guides()}>
            Xem tất cả thủ tục
          </ButtonLink>
        )}
      </div>
    </AppPage>
  )
}

import { HomeIntents } from '#src/features/unit/home-intents.tsx'
import { ActiveNotices } from '#src/features/unit/active-notices.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { ImpersonationWarning } from '#src/features/unit/impersonation-warning.tsx'
import { UnitBand } from '#src/features/unit/unit-band.tsx'
import { useUnit } from '#src/lib/unit.ts'
import { SearchLink } from '#src/features/search/search-link.tsx'
import { LatestNews } from '#src/features/news/latest-news.tsx'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { LinkCard } from '#src/ui/card.tsx'
import { EmergencyBlock } from '#src/ui/emergency-block.tsx'
import { PageFrame } from '#src/ui/page-frame.tsx'
import { RemoteView } from '#src/ui/remote-view.tsx'
import { Section } from '#src/ui/section.tsx'

/** Everything that does not need the server is drawn without it. */
export function HomeScreen() {
  const { remote, reload } = useUnit()
  const unit = remote.kind === 'ready' ? remote.data : undefined
  return (
    <PageFrame title={unit?.name ?? 'Cổng công dân'} header={<UnitBand unit={unit} />}>
      <div className="stack home-lift">
        <SearchLink />
        {unit && <ActiveNotices notices={unit.notices} />}
        <HomeIntents />
        <EmergencyBlock />
      </div>
      <div className="home-below">
        <Section
          title="Tin mới"
          action={
            <ButtonLink kind="quiet" to={paths.news()}>
              Xem tất cả tin
            </ButtonLink>
          }
        >
          <LatestNews limit={3} />
        </Section>
        <Section title="Số điện thoại cần biết">
          <RemoteView remote={remote} onRetry={reload}>
            {({ hotlines }) => <HotlineList hotlines={hotlines} limit={3} />}
          </RemoteView>
          <ButtonLink kind="quiet" to={paths.stations()}>
            Xem tất cả số điện thoại
          </ButtonLink>
        </Section>
        <div className="stack home-foot">
          <ImpersonationWarning unit={unit} />
          <LinkCard
            to={paths.settings()}
            icon="settings"
            title="Cài đặt"
            text="Cỡ chữ, màu nền, quyền riêng tư"
          />
        </div>
      </div>
    </PageFrame>
  )
}

import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { LinkCard } from '#src/ui/card.tsx'

/** For old links, mistyped ones, and QR sheets that outlived a page. */
export function NotFoundScreen() {
  return (
    <AppPage title="Không tìm thấy trang" back={paths.home()}>
      <div className="stack">
        <p>Đường dẫn có thể đã cũ hoặc bị gõ thiếu. Bạn chọn một mục dưới đây để đi tiếp.</p>
        <LinkCard to={paths.home()} icon="home" title="Trang chủ" />
        <LinkCard to={paths.guides()} icon="guide" title="Thủ tục" />
        <LinkCard to={paths.applications()} icon="file" title="Theo dõi hồ sơ" />
        <LinkCard to={paths.tip()} icon="tip" title="Báo tin" />
        <LinkCard to={paths.news()} icon="news" title="Tin tức" />
      </div>
    </AppPage>
  )
}

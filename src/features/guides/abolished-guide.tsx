import type { Guide } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { useTakenFocus } from '#src/ui/use-taken-focus.ts'
import { GuideBanners } from './guide-banners.tsx'
import { LinesSection } from './lines-section.tsx'

/** Where questions end at a procedure that is gone: nothing to bring and nowhere to go, but what to do instead. */
export function AbolishedGuide({ guide, takesFocus }: { guide: Guide; takesFocus: boolean }) {
  const heading = useTakenFocus(takesFocus ? guide.slug : undefined)
  return (
    <div className="stack">
      <h2 ref={heading} tabIndex={-1}>
        {guide.title}
      </h2>
      <GuideBanners guide={guide} />
      <LinesSection title="Lưu ý" lines={guide.notes} />
      <ButtonLink kind="quiet" to={paths.guide(guide.slug)}>
        Xem căn cứ pháp lý và nguồn
      </ButtonLink>
    </div>
  )
}

import type { ReactNode } from 'react'
import type { Guide } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { ShareButton } from '#src/ui/share-button.tsx'
import { CardValidityList } from './card-validity-list.tsx'
import { GuideBanners } from './guide-banners.tsx'
import { GuideDocuments } from './guide-documents.tsx'
import { GuideFees } from './guide-fees.tsx'
import { GuideForms, GuideHelp } from './guide-help.tsx'
import { GuideJumps } from './guide-jumps.tsx'
import { GuideOrigin } from './guide-origin.tsx'
import { GuideSummaryCard } from './guide-summary-card.tsx'
import './guide-text.css'
import { LinesSection } from './lines-section.tsx'
import { RenewalYears } from './renewal-years.tsx'

const unknownTime = 'Chưa có thời hạn được xác nhận. Bạn hỏi nơi nộp hồ sơ.'

/** In the order of the questions people ask: is it for me, what do I bring, what happens, where, when, how much. `children`: other ways to go on. */
export function GuideText({ guide, children }: { guide: Guide; children?: ReactNode }) {
  const share = { title: guide.title, description: guide.summary, path: paths.guide(guide.slug) }
  return (
    <div className="guide">
      <div className="stack">
        <p className="guide__lead">{guide.summary}</p>
        <GuideBanners guide={guide} />
        {!guide.abolished && <GuideSummaryCard guide={guide} />}
        {children}
        <GuideJumps guide={guide} />
      </div>
      <LinesSection title="Ai cần làm" lines={guide.forWhom} />
      <LinesSection title="Khi nào cần làm" lines={guide.when} />
      <GuideDocuments documents={guide.documents} />
      <LinesSection title="Các bước" anchor="cac-buoc" lines={guide.steps} numbered />
      <LinesSection title="Nơi làm" anchor="noi-lam" lines={guide.places} />
      {!guide.abolished && <LinesSection title="Thời hạn" lines={[guide.time?.text ?? unknownTime]} />}
      <GuideFees fees={guide.fees} note={guide.feeNote} />
      {guide.online && <LinesSection title="Làm trực tuyến" lines={[guide.online]} />}
      <LinesSection title="Lưu ý" lines={guide.notes} />
      <GuideForms forms={guide.forms} />
      <CardValidityList rows={guide.cardValidity} />
      <RenewalYears years={guide.renewalBirthYears} />
      <GuideHelp hotlines={guide.hotlines} related={guide.related} />
      <GuideOrigin guide={guide} />
      <div className="guide__share">
        <ShareButton label="Gửi cho người thân" content={share} />
      </div>
    </div>
  )
}

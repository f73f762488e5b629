import type { GuideSummary } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { Badge } from '#src/ui/badge.tsx'
import { LinkCard } from '#src/ui/card.tsx'

export function GuideList({ guides }: { guides: readonly GuideSummary[] }) {
  return (
    <ul className="stack plain-list">
      {guides.map(({ slug, title, summary, abolished }) => (
        <li key={slug}>
          <LinkCard
            to={paths.guide(slug)}
            title={title}
            text={summary}
            badge={abolished && <Badge tone="warning">Đã bãi bỏ</Badge>}
          />
        </li>
      ))}
    </ul>
  )
}

import { useState } from 'react'
import { matchesWords } from '#contract/fold.ts'
import type { GuideSummary } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { JumpLinks } from '#src/ui/jump-links.tsx'
import { Section } from '#src/ui/section.tsx'
import { TextField } from '#src/ui/text-field.tsx'
import { groupsOf } from './guide-groups.ts'
import { GuideList } from './guide-list.tsx'

/** The list is short enough to be filtered on the phone, so typing works without network. */
export function GuideFinder({ guides }: { guides: readonly GuideSummary[] }) {
  const [typed, setTyped] = useState('')
  const found = guides.filter((guide) => matchesWords([guide.title, ...guide.keywords].join(' '), typed))
  return (
    <div className="stack">
      <TextField
        label="Bạn cần làm gì?"
        hint="Ví dụ: mất thẻ, hết hạn, tạm trú. Gõ không dấu cũng được."
        type="search"
        value={typed}
        onChange={setTyped}
        autoComplete="off"
      />
      <p role="status" className="visually-hidden">
        {typed && `Có ${found.length} thủ tục phù hợp.`}
      </p>
      {!typed && <GroupedGuides guides={guides} />}
      {typed && found.length > 0 && <GuideList guides={found} />}
      {typed && found.length === 0 && <NothingFound typed={typed} onClear={() => setTyped('')} />}
    </div>
  )
}

function GroupedGuides({ guides }: { guides: readonly GuideSummary[] }) {
  const groups = groupsOf(guides)
  if (groups.length === 0) {
    return <EmptyState title="Chưa có thủ tục nào" text="Đơn vị đang cập nhật. Bạn quay lại sau." />
  }
  return (
    <div>
      {groups.length > 1 && (
        <JumpLinks
          label="Nhóm thủ tục"
          links={groups.map(({ group, name }) => ({ anchor: `nhom-${group}`, text: name }))}
        />
      )}
      {groups.map(({ group, name, guides: ofGroup }) => (
        <Section key={group} title={name} anchor={`nhom-${group}`}>
          <GuideList guides={ofGroup} />
        </Section>
      ))}
    </div>
  )
}

function NothingFound({ typed, onClear }: { typed: string; onClear: () => void }) {
  return (
    <EmptyState
      title={`Chưa có thủ tục nào hợp với “${typed}”`}
      text="Bạn thử từ khác, hoặc gọi tổng đài căn cước và VNeID 1900 0368."
      action={
        <>
          <ButtonLink icon="search" to={paths.search(typed)}>
            Tìm trong mọi nội dung
          </ButtonLink>
          <Button kind="secondary" onClick={onClear}>
            Xem tất cả thủ tục
          </Button>
        </>
      }
    />
  )
}

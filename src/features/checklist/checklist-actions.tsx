import { useState } from 'react'
import type { Unit } from '#contract/unit.ts'
import { host } from '#src/lib/host.ts'
import { paths } from '#src/lib/paths.ts'
import { drawText } from '#src/lib/text-picture.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { Section } from '#src/ui/section.tsx'
import { ShareButton } from '#src/ui/share-button.tsx'
import { layoutChecklist } from './checklist-picture.ts'
import { changeEntry, useEntryFor } from './checklists.store.ts'
import type { Checklist } from './checklist.ts'

interface ChecklistActionsProps {
  checklist: Checklist
  unit: Unit | undefined
}

/** Ways to take the list along. */
export function ChecklistActions({ checklist, unit }: ChecklistActionsProps) {
  const [words, setWords] = useState('')
  const entry = useEntryFor(checklist)
  const tell = async (outcome: Promise<string>) => {
    setWords('')
    setWords(await outcome)
  }
  const share = {
    title: checklist.title,
    description: 'Danh sách cần chuẩn bị, nơi làm, thời hạn và lệ phí.',
    path: paths.guideChecklist(checklist.slug, checklist.options),
  }
  const picture = () => savePicture(checklist, unit, entry?.visitOn ?? null)
  return (
    <div className="screen-only">
      <Section title="Giữ và gửi danh sách">
        {entry?.kept ? (
          <ButtonLink kind="secondary" icon="check" fullWidth to={paths.checklists()}>
            Đã giữ, xem các danh sách
          </ButtonLink>
        ) : (
          <Button icon="download" fullWidth onClick={() => void tell(keep(checklist))}>
            Giữ lại trên máy này
          </Button>
        )}
        <div className="button-row">
          <Button kind="secondary" icon="card" onClick={() => void tell(picture())}>
            Lưu thành ảnh
          </Button>
          {host().hasFilesAndPaper && (
            <Button kind="secondary" icon="file" onClick={() => void tell(print())}>
              In ra giấy
            </Button>
          )}
        </div>
        <p role="status">{words}</p>
        {checklist.options.length > 0 && (
          <p className="checklist__note">Người nhận mở ra đúng danh sách này, kèm các câu trả lời.</p>
        )}
        <ShareButton label="Gửi cho người thân" content={share} />
      </Section>
    </div>
  )
}

async function keep(checklist: Checklist): Promise<string> {
  const kept = await changeEntry(checklist, { kept: true })
  return kept ? 'Đã giữ. Danh sách mở được cả khi không có mạng.' : 'Máy không lưu được. Bạn lưu thành ảnh.'
}

async function savePicture(checklist: Checklist, unit: Unit | undefined, visitOn: string | null) {
  const context = { unitName: unit?.name ?? '', calendar: unit?.calendar, visitOn, now: new Date() }
  const drawn = drawText(layoutChecklist(checklist, context))
  const { kind } = drawn ? await host().saveImage(drawn, `${checklist.slug}.png`) : { kind: 'failed' }
  if (kind === 'cancelled') return ''
  return kind === 'ok' ? 'Đã lưu ảnh vào máy.' : 'Máy chưa lưu được ảnh. Bạn chụp màn hình.'
}

async function print(): Promise<string> {
  const { kind } = await host().print()
  return kind === 'ok' ? '' : 'Máy chưa in được. Bạn lưu thành ảnh.'
}

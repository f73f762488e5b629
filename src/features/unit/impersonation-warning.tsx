import type { Unit } from '#contract/unit.ts'
import { Notice } from '#src/ui/notice.tsx'

/** True everywhere in the country: said even before the unit's own words have come. */
const always = 'Công an không làm căn cước, định danh điện tử qua cuộc gọi, Zalo hoặc đường dẫn.'

export function ImpersonationWarning({ unit }: { unit: Unit | undefined }) {
  return (
    <Notice tone="warning" title="Coi chừng giả danh công an">
      <p>{unit?.impersonationWarning ?? always}</p>
    </Notice>
  )
}

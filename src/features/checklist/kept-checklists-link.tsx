import { paths } from '#src/lib/paths.ts'
import { ButtonLink } from '#src/ui/button.tsx'

/** To the lists that were kept earlier. */
export function KeptChecklistsLink() {
  return (
    <p>
      <ButtonLink kind="quiet" icon="file" to={paths.checklists()}>
        Danh sách đã giữ
      </ButtonLink>
    </p>
  )
}

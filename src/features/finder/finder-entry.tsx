import { paths } from '#src/lib/paths.ts'
import { LinkCard } from '#src/ui/card.tsx'

/** The way in for those who do not know what their procedure is called. */
export function FinderEntry() {
  return (
    <LinkCard
      to={paths.finder()}
      icon="search"
      title="Không chắc? Trả lời vài câu"
      text="Từ 2 đến 5 câu, ra đúng thủ tục và danh sách cần mang của bạn."
    />
  )
}

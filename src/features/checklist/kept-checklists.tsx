import { formatDayWithWeekday } from '#contract/day.ts'
import { paths } from '#src/lib/paths.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { LinkCard } from '#src/ui/card.tsx'
import { EmptyState } from '#src/ui/empty-state.tsx'
import { announce } from '#src/ui/live.tsx'
import './checklist.css'
import { removeEntry, useChecklists, type Entry } from './checklists.store.ts'

/** The lists that this phone keeps. */
export function KeptChecklists() {
  const entries = useChecklists((state) => state.entries).filter(({ kept }) => kept)
  if (entries.length === 0) {
    return (
      <EmptyState
        title="Chưa giữ danh sách nào"
        text="Bạn trả lời vài câu để có danh sách, rồi bấm “Giữ lại trên máy này”."
        action={<ButtonLink to={paths.finder()}>Trả lời vài câu</ButtonLink>}
      />
    )
  }
  return (
    <ul className="stack plain-list">
      {entries.map((entry) => (
        <li key={entry.id} className="kept-checklist">
          <LinkCard
            to={paths.checklist(entry.id)}
            icon="file"
            title={entry.checklist.title}
            text={<EntryFacts entry={entry} />}
          />
          <Button kind="quiet" icon="cross" onClick={() => void remove(entry)}>
            Xóa<span className="visually-hidden"> danh sách: {entry.checklist.title}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

async function remove({ id }: Entry): Promise<void> {
  await removeEntry(id)
  announce('Đã xóa danh sách.')
}

/** “Đúng”, “Được”, “Chưa” say nothing without their question: answers to questions of yes or no are left out. */
function answersInBrief(answers: Entry['checklist']['answers']): string {
  const telling = answers.filter(({ question }) => !/ (?:không|chưa)\?$/.test(question))
  return telling.map(({ answer }) => answer).join(', ')
}

function EntryFacts({ entry: { checklist, ticked, visitOn } }: { entry: Entry }) {
  const { documents, answers } = checklist
  const done = documents.filter(({ text }) => ticked.includes(text)).length
  const lines = [
    answersInBrief(answers),
    documents.length > 0 ? `Đã có ${done}/${documents.length} mục.` : '',
    visitOn ? `Ngày đã chọn: ${formatDayWithWeekday(visitOn)}.` : '',
  ].filter(Boolean)
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  )
}

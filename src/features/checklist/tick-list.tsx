import { Checkbox } from '#src/ui/checkbox.tsx'
import { Section } from '#src/ui/section.tsx'
import { changeEntry, useEntryFor } from './checklists.store.ts'
import { nothingToBring, type Checklist } from './checklist.ts'

/** What goes into the bag, to be ticked off. The ticks stay on the phone. */
export function TickList({ checklist }: { checklist: Checklist }) {
  const ticked = useEntryFor(checklist)?.ticked ?? []
  const { documents, way } = checklist
  const tick = (text: string, on: boolean) => {
    const others = ticked.filter((one) => one !== text)
    void changeEntry(checklist, { ticked: on ? [...others, text] : others })
  }
  const done = documents.filter(({ text }) => ticked.includes(text)).length
  return (
    <Section title={way === 'online' ? 'Cần chuẩn bị' : 'Cần mang theo'}>
      {documents.length === 0 ? (
        <p>{nothingToBring(way)}</p>
      ) : (
        <>
          <p className="checklist__note screen-only" role="status">
            Đã có {done}/{documents.length}. Bấm vào từng mục khi đã có.
          </p>
          <ul className="checklist__items plain-list">
            {documents.map(({ text, when }) => (
              <li key={text}>
                <Checkbox
                  label={<ItemLabel text={text} when={when} />}
                  checked={ticked.includes(text)}
                  onChange={(on) => tick(text, on)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function ItemLabel({ text, when }: { text: string; when?: string | undefined }) {
  return (
    <>
      {text}
      {when && <span className="choice__hint">{when}</span>}
    </>
  )
}

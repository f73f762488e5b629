import type { Guide } from '#contract/guides.ts'
import { paths } from '#src/lib/paths.ts'
import { LinkCard } from '#src/ui/card.tsx'
import { HotlineList } from '#src/ui/hotline-list.tsx'
import { Section } from '#src/ui/section.tsx'

/** The papers by the names that officers use for them. */
export function GuideForms({ forms }: { forms: Guide['forms'] }) {
  if (forms.length === 0) return null
  return (
    <Section title="Mẫu giấy tờ thường gặp">
      <ul className="stack plain-list">
        {forms.map(({ id, name, title }) => (
          <li key={id}>
            <LinkCard to={paths.forms(id)} title={`${name}: ${title}`} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Where to go on from here. */
export function GuideHelp({ hotlines, related }: Pick<Guide, 'hotlines' | 'related'>) {
  return (
    <>
      {hotlines.length > 0 && (
        <Section title="Hỏi thêm">
          <HotlineList hotlines={hotlines} />
        </Section>
      )}
      {related.length > 0 && (
        <Section title="Thủ tục liên quan">
          <ul className="stack plain-list">
            {related.map(({ slug, title }) => (
              <li key={slug}>
                <LinkCard to={paths.guide(slug)} title={title} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

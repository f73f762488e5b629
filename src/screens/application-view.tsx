import {
  ApplicationResult,
  type ApplicationResultProps,
} from '#src/features/applications/application-result.tsx'
import { useGuide } from '#src/features/guides/guides.resource.ts'
import { UpdatesOffer } from '#src/features/updates/updates-offer.tsx'

/** An application beside its guide, which tells the counter that handles it, and the messages one may ask for. */
export function ApplicationView(props: ApplicationResultProps) {
  const { pass, application } = props
  const { guideSlug } = application
  return (
    <div className="stack">
      {guideSlug === null ? <ApplicationResult {...props} /> : <WithGuide {...props} slug={guideSlug} />}
      {pass && <UpdatesOffer key={pass} pass={pass} />}
    </div>
  )
}

function WithGuide({ slug, ...props }: ApplicationResultProps & { slug: string }) {
  const { remote } = useGuide(slug)
  return <ApplicationResult {...props} group={remote.kind === 'ready' ? remote.data.group : undefined} />
}

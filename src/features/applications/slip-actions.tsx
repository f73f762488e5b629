import type { OpenedApplication } from '#contract/applications.ts'
import { SaveSlip } from './save-slip.tsx'
import { ShareSlip } from './share-slip.tsx'
import { SlipCalendar } from './slip-calendar.tsx'
import { isSame, useSaved } from './saved.store.ts'

/** Ways to take an application along that has just been opened. */
export function SlipActions({ application }: { application: OpenedApplication }) {
  const saved = useSaved(({ entries }) => entries.find((one) => isSame(one.application, application)))
  return (
    <div className="stack">
      <SaveSlip application={application} />
      <SlipCalendar application={application} />
      <ShareSlip pass={application.pass} ownSecret={saved?.secret ?? null} />
    </div>
  )
}

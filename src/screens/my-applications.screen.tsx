import { useState } from 'react'
import { AskForMine } from '#src/features/applications/ask-for-mine.tsx'
import { useMine } from '#src/features/applications/my-applications.store.ts'
import { MyList } from '#src/features/applications/my-list.tsx'
import { SlipActions } from '#src/features/applications/slip-actions.tsx'
import { paths } from '#src/lib/paths.ts'
import { AppPage } from '#src/ui/app-page.tsx'
import { Button } from '#src/ui/button.tsx'
import { ApplicationView } from './application-view.tsx'

export function MyApplicationsScreen() {
  const { mine } = useMine()
  const [chosen, setChosen] = useState<number>()
  const applications = mine.kind === 'ready' ? mine.applications : []
  const application = chosen === undefined ? undefined : applications[chosen]
  return (
    <AppPage title="Hồ sơ của tôi" back={paths.applications()}>
      {mine.kind !== 'ready' && <AskForMine mine={mine} />}
      {mine.kind === 'ready' && !application && <MyList applications={applications} onChoose={setChosen} />}
      {mine.kind === 'ready' && application && (
        <div className="stack">
          <ApplicationView
            application={application}
            pass={application.pass}
            askedAt={mine.askedAt}
            actions={<SlipActions application={application} />}
          />
          <Button kind="secondary" icon="back" fullWidth onClick={() => setChosen(undefined)}>
            Về danh sách hồ sơ
          </Button>
        </div>
      )}
    </AppPage>
  )
}

import type { ApplicationState } from '#contract/application-steps.ts'
import type { ApplicationStep } from '#contract/applications.ts'
import type { Heading } from './headings.ts'
import type { Problem, SheetRecord } from './records.ts'

/** Facts of a file that are no history: the sheet's word replaces ours. */
export type Fact = 'procedure' | 'place' | 'factor' | 'phone' | 'station'

export interface Facts {
  procedure: string
  guideSlug: string | null
  place: string | null
  station: string
  factorHash: Buffer
  phoneHash: Buffer | null
}

export type Planned =
  | { kind: 'new'; record: SheetRecord; facts: Facts; steps: ApplicationStep[] }
  | {
      kind: 'changed'
      record: SheetRecord
      id: number
      facts: Facts
      changedFacts: Fact[]
      steps: ApplicationStep[]
      from: ApplicationState
    }

export interface Plan {
  planned: Planned[]
  unchanged: number
  problems: Problem[]
  headings: Heading[]
  /** Names of procedures, of files to be written, that no guide has: no day follows from them, and no link. */
  unguided: string[]
  /** The same file on the same state of the database gives the same mark; anything else another one. */
  mark: string
}

import * as v from 'valibot'
import { AreaMap } from '#contract/areas.ts'
import { FeeTable } from '#contract/fees.ts'
import { FormText } from '#contract/forms.ts'
import { CardValidity, Guide, GuideText } from '#contract/guides.ts'
import { SearchWords } from '#contract/search.ts'
import { Slug } from '#contract/text.ts'
import { Notice, Unit } from '#contract/unit.ts'

const Names = v.array(Slug)

/** One file in `guides/`: the guide's text, and by name what is written elsewhere. */
export const GuideFile = v.object({
  ...GuideText,
  fees: Names,
  feeNote: Guide.entries.feeNote,
  forms: Names,
  related: Names,
  hotlines: Names,
})
export const FormsFile = v.array(v.object(FormText))
export const AreasFile = v.pipe(v.array(AreaMap), v.minLength(1))
export const FeesFile = v.array(FeeTable)
export const CardValidityFile = v.array(CardValidity)
export const NoticesFile = v.array(Notice)
const Months = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))
const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30))
export const RetentionFile = v.object({
  tips: v.object({
    received: Months,
    answered: Months,
    passedOn: Months,
    notEnoughInformation: Months,
    wave: Months,
  }),
  files: v.object({ unfinishedDays: Days, withoutTipDays: Days }),
})
export const SynonymsFile = SearchWords
/** Notices and holidays have their own files, and whether this is a demonstration is not an editor's choice. */
export const UnitFile = v.omit(Unit, ['notices', 'demo', 'calendar'])

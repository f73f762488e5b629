import * as v from 'valibot'
import { FeeTable } from '#contract/fees.ts'
import { CardValidity, Guide, GuideText } from '#contract/guides.ts'
import { Slug } from '#contract/text.ts'
import { Notice, Unit } from '#contract/unit.ts'

/** One file in `guides/`: the guide's text and the names of the fee tables that apply. */
export const GuideFile = v.object({ ...GuideText, fees: v.array(Slug), feeNote: Guide.entries.feeNote })
export const FeesFile = v.array(FeeTable)
export const CardValidityFile = v.array(CardValidity)
export const NoticesFile = v.array(Notice)
/** Notices have their own file, and whether this is a demonstration is not an editor's choice. */
export const UnitFile = v.omit(Unit, ['notices', 'demo'])

import type * as v from 'valibot'
import { tips } from '#contract/tips.ts'
import { createResource } from '#src/lib/resource.ts'
import { tipsApi } from './tips-api.ts'

const offer = tips.form.response

/** The wards to choose from, and whether tips are taken at the moment. */
export const useTipFormOffer = createResource<void, v.InferOutput<typeof offer>>({
  key: () => 'tip-form',
  load: () => tipsApi.tips.form(),
  schema: offer,
})

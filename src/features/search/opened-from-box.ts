import * as v from 'valibot'

const OpenedFromBox = v.object({ typing: v.literal(true) })

/** The state of a navigation that a tap on a search box started: the keyboard may open. */
export const openedFromBox: v.InferOutput<typeof OpenedFromBox> = { typing: true }

export const wasOpenedFromBox = (state: unknown): boolean => v.is(OpenedFromBox, state)

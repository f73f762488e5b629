import type { Draft } from './send-tip.ts'

/** What a tip may be tied to. */
export interface Ties {
  isStation: (id: string) => boolean
  isNotice: (slug: string) => Promise<boolean>
}

/**
 * The draft with ties to nothing taken out. They come from the address that opened the form: somebody who gave each
 * worker a link with a word of its own would read beside the tip which of them had sent it.
 */
export async function withTrueTies({ station, wanted, ...draft }: Draft, ties: Ties): Promise<Draft> {
  return {
    ...draft,
    ...(station !== undefined && ties.isStation(station) && { station }),
    ...(wanted !== undefined && (await ties.isNotice(wanted)) && { wanted }),
  }
}

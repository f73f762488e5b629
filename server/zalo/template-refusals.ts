/** What a refusal asks of us, whatever its number. */
export type Refusal =
  /** This person cannot or does not want to be written to. */
  | 'receiver'
  | 'quota'
  | 'night'
  | 'token'
  /** Too fast. */
  | 'busy'
  /** The template or what we put into it. */
  | 'template'
  /** App, secret, right or link to the Official Account. */
  | 'setup'

/** The numbers that our sources agree on. */
const numbers: Record<number, Refusal> = {
  [-101]: 'setup',
  [-102]: 'setup',
  [-103]: 'setup',
  [-104]: 'setup',
  [-105]: 'setup',
  [-106]: 'setup',
  [-107]: 'template',
  [-108]: 'receiver',
  [-109]: 'template',
  [-110]: 'receiver',
  [-111]: 'template',
  [-112]: 'template',
  [-118]: 'receiver',
  [-124]: 'token',
  [-133]: 'night',
  [-216]: 'token',
  [-220]: 'token',
}

/** Further refusals are known by name only. The first words that fit decide. */
const words: [RegExp, Refusal][] = [
  [/access.?token/i, 'token'],
  [/quota/i, 'quota'],
  [/night|22h|hours/i, 'night'],
  [/too many|rate|frequen/i, 'busy'],
  [/user|account|receiv|refus|block|inactive/i, 'receiver'],
  [/template|button|text|character|param|data/i, 'template'],
]

/** Zalo's own "unknown error" comes from the middle of its work: sent or not, nobody said. */
const unknownError = [-1, -100]

export function refusalOf(code: number, message: string): Refusal | undefined {
  if (unknownError.includes(code)) return undefined
  return numbers[code] ?? words.find(([pattern]) => pattern.test(message))?.[1] ?? 'setup'
}

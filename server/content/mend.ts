type Hint = readonly [about: RegExp, mend: string]

/** By the words of a problem, “field message”; the first that fits. */
const hints: readonly Hint[] = [
  [/(?:^|\.)sources? /u, 'name the law or the page where you read it; without a source nothing is published'],
  [
    /mark of doubt|asks instead/u,
    'leave the fact out (null, or “hỏi đơn vị”) until somebody has confirmed it',
  ],
  [/types a fee/u, 'put the amount with its days into fees.yaml and name that table under fees'],
  [/names no form/u, 'use an id of forms.yaml, or describe the form there first'],
  [/names no fee table/u, 'use an id of fees.yaml, or write the table there first'],
  [/names no hotline|is no hotline/u, 'use a hotline of unit.yaml, or write it there first'],
  [/names no station/u, 'use the id of a station in unit.yaml, or write it there first'],
  [/names no ward/u, 'use the id of a ward of the same block in areas.yaml'],
  [/names no guide/u, 'use the slug of a guide in guides/, as in its file name'],
  [/leads nowhere/u, 'use an address of the app, such as /guides/<slug>, /forms#<id> or /stations'],
  [/lies in another site/u, 'link to a page of the app; Zalo does not open other sites from a notice'],
  [
    /recheckBy has passed|checkedOn is older/u,
    'read the source again, correct the text, then write both days anew',
  ],
  [/validUntil has passed/u, 'write what holds now, or mark the procedure as abolished'],
]

export function mendOf(words: string): string | undefined {
  return hints.find(([about]) => about.test(words))?.[1]
}

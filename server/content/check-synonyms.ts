import type { SearchWords } from '#contract/search.ts'
import { readWords } from '#contract/search/words.ts'
import type { ContentFile } from './content-file.ts'
import { checkUnique } from './cross-check.ts'

/** A way to say something in two lists would find whichever comes first. */
export function checkSynonyms(file: ContentFile, { same, fillers }: SearchWords): void {
  const placed = [...same.map((group, index) => ({ group, path: ['same', index] }))]
  placed.push({ group: fillers, path: ['fillers'] })
  checkUnique(
    placed.flatMap(({ group, path }) =>
      group.map((text, index) => ({ file, path: [...path, index], name: spokenForm(text) })),
    ),
  )
}

/** Spellings that search cannot tell apart. */
const spokenForm = (text: string) =>
  readWords(text)
    .map((word) => word.text + word.marks)
    .join(' ')

import type { SearchWords } from '#contract/search.ts'
import { readWords } from '#contract/search/words.ts'
import type { ContentFile } from './content-file.ts'

/** What is said in two lists would always be taken for the first. */
export function checkSynonyms(file: ContentFile, { same, fillers }: SearchWords): void {
  const seen = new Map<string, string>()
  const check = (text: string, path: (string | number)[]) => {
    const earlier = seen.get(spokenForm(text))
    if (earlier !== undefined) file.note(path, `repeats "${earlier}", which stands above`)
    else seen.set(spokenForm(text), text)
  }
  same.forEach((group, at) => group.forEach((text, index) => check(text, ['same', at, index])))
  fillers.forEach((text, index) => check(text, ['fillers', index]))
}

/** Equal for spellings that search cannot tell apart. */
const spokenForm = (text: string) =>
  readWords(text)
    .map((word) => word.text + word.marks)
    .join(' ')

import type { ContentFile } from './content-file.ts'
import { textsIn } from './texts-in.ts'

/** “15.000 đồng”, “50.000đ”, “15 nghìn”, “70k đồng”: an amount in words stays when the law has moved on. */
const amount =
  /\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|k)?\s*(?:đồng|đ|₫|vnđ|vnd)|nghìn|ngàn|triệu)(?![\p{L}\p{N}])/iu

/** For files that state what the law says: they do not ask, and amounts are left to the dated rules. */
export function checkStatements(file: ContentFile): void {
  for (const { path, text } of textsIn(file.value)) {
    if (path.at(-1) === 'address') continue
    const found = amount.exec(text)
    if (found) file.note(path, `types a fee as text: "${found[0]}"`)
    // A `?` that stands alone has been found by `checkFile`.
    if (/[\p{L}\p{N}”)]\?/u.test(text)) file.note(path, `asks instead of stating: ${JSON.stringify(text)}`)
  }
}

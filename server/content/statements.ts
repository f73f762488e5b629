import type { ContentFile } from './content-file.ts'
import { textsIn } from './texts-in.ts'

/** “15.000 đồng”, “50.000đ”, “15 nghìn”, “70k”: an amount in words stays when the law has moved on. */
const amount =
  /\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|k)?\s*(?:đồng|đ|₫|vnđ|vnd)|nghìn|ngàn|triệu|k)(?![\p{L}\p{N}])/iu
/** “mười nghìn đồng” */
const spelled =
  /(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm|chục|trăm) (?:nghìn|ngàn|triệu)(?![\p{L}\p{N}])/iu

/** For files that state what the law says: they do not ask, and amounts are left to the dated rules. */
export function checkStatements(file: ContentFile): void {
  for (const { path, text } of textsIn(file.value)) {
    if (path.at(-1) === 'address') continue
    const found = amount.exec(text) ?? spelled.exec(text)
    if (found) file.note(path, `types a fee as text: "${found[0]}"`)
    // A `?` that stands alone has been found by `checkFile`.
    if (/[\p{L}\p{N}”)]\?/u.test(text)) file.note(path, `asks instead of stating: ${JSON.stringify(text)}`)
  }
}

/** As forms are called in the law. The ids of our own records have a hyphen. */
const formCode = /(?<![\p{L}\p{N}-])(?:DC|CT|TK|CC)\d{2}(?![\p{L}\p{N}])/gu

/** A form that is named in a sentence has a page of its own, which says who fills it and where it comes from. */
export function checkFormCodes(file: ContentFile, forms: ReadonlySet<string> | undefined): void {
  if (!forms) return
  for (const { path, text } of textsIn(file.value)) {
    for (const [code] of text.matchAll(formCode))
      if (!forms.has(code.toLowerCase())) file.note(path, `names no form: "${code}"`)
  }
}

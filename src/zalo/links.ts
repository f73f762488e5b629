import { failed, ok, type HostResult } from './host.ts'

interface LinkOptions {
  target?: string
  download?: string
}

/** A click on a link that is never shown: works where `location.href` would leave the app. */
export function followLink(href: string, { target, download }: LinkOptions = {}) {
  const link = document.createElement('a')
  link.href = href
  link.rel = 'noopener noreferrer'
  if (target) link.target = target
  if (download) link.download = download
  document.body.append(link)
  link.click()
  link.remove()
}

/** Spaces and dots are for reading: `0274.3822 113` is dialled as `02743822113`. */
export function dialable(number: string): string {
  return number.replace(/[^\d+*#]/g, '')
}

export async function copyText(text: string): Promise<HostResult<null>> {
  try {
    await navigator.clipboard.writeText(text)
    return ok(null)
  } catch {
    // Older webviews have no clipboard object, or refuse it outside a secure page.
    return copyBySelection(text) ? ok(null) : failed()
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.style.cssText = 'position:fixed;top:0;opacity:0'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}

let region: HTMLElement | undefined

/** Lets a screen reader say a short message without moving focus. */
export function announce(text: string): void {
  if (!region?.isConnected) region = addRegion()
  const target = region
  target.textContent = ''
  // Emptied first, else the same words twice in a row are said once.
  setTimeout(() => (target.textContent = text), 50)
}

function addRegion(): HTMLElement {
  const element = document.createElement('div')
  element.setAttribute('aria-live', 'polite')
  element.setAttribute('role', 'status')
  element.className = 'visually-hidden'
  document.body.append(element)
  return element
}

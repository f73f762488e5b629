import type { Request, Route } from 'playwright-core'

const simpleTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/

/**
 * Sends an intercepted request to a server on this machine as the browser would have sent it.
 * Interception switches the browser's own CORS checks off, so they are made here: a preflight when
 * one is due, and an answer the page may not read is an answer that never arrives.
 */
export async function forward(route: Route, target: string, refused: string[] = []) {
  const request = route.request()
  const url = new URL(request.url())
  const address = new URL(url.pathname + url.search, target).href
  const headers = await request.allHeaders()
  const origin = headers['origin']
  const crossOrigin = origin !== undefined && origin !== url.origin
  try {
    if (crossOrigin && !(await passesPreflight(request, headers, address))) {
      refused.push(`preflight ${request.method()} ${request.url()} from ${origin}`)
      return await route.abort('blockedbyclient')
    }
    const body = request.postDataBuffer()
    const response = await fetch(address, {
      method: request.method(),
      headers: sendable(headers),
      redirect: 'manual',
      ...(body ? { body: new Uint8Array(body) } : {}),
    })
    if (crossOrigin && !allows(response, 'access-control-allow-origin', origin)) {
      refused.push(`answer to ${request.method()} ${request.url()} from ${origin}`)
      return await route.abort('blockedbyclient')
    }
    await route.fulfill({
      status: response.status,
      headers: readable(response),
      body: Buffer.from(await response.arrayBuffer()),
    })
  } catch {
    await route.abort('connectionrefused').catch(() => undefined)
  }
}

async function passesPreflight(request: Request, headers: Record<string, string>, address: string) {
  const asked = Object.keys(headers).filter((name) => !isSafelisted(name, headers[name] ?? ''))
  const method = request.method()
  if (asked.length === 0 && ['GET', 'HEAD', 'POST'].includes(method)) return true
  const origin = headers['origin'] ?? ''
  const response = await fetch(address, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(asked.length > 0 ? { 'access-control-request-headers': asked.join(',') } : {}),
    },
  })
  const simple = ['GET', 'HEAD', 'POST'].includes(method)
  return (
    response.ok &&
    allows(response, 'access-control-allow-origin', origin) &&
    (simple || allows(response, 'access-control-allow-methods', method)) &&
    asked.every((name) => allows(response, 'access-control-allow-headers', name))
  )
}

function allows(response: Response, header: string, value: string): boolean {
  const allowed = (response.headers.get(header) ?? '').split(',').map((one) => one.trim().toLowerCase())
  // `*` does not cover Authorization, here as in the browser.
  return allowed.includes(value.toLowerCase()) || (allowed.includes('*') && value !== 'authorization')
}

function isSafelisted(name: string, value: string): boolean {
  if (name === 'content-type') return simpleTypes.test(value)
  return browserHeaders.test(name)
}

/** What the browser adds by itself, or may be sent anywhere without asking. */
const browserHeaders =
  /^(:|accept$|accept-|content-length$|content-language$|origin$|referer$|user-agent$|host$|connection$|cookie$|cache-control$|pragma$|sec-|dnt$|priority$|upgrade-insecure)/

function sendable(headers: Record<string, string>): Record<string, string> {
  const unfit = /^(:|host$|connection$|content-length$|accept-encoding$)/
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !unfit.test(name)))
}

function readable(response: Response): Record<string, string> {
  const unfit = ['content-encoding', 'content-length', 'transfer-encoding', 'connection']
  return Object.fromEntries([...response.headers].filter(([name]) => !unfit.includes(name)))
}

/** Android and iOS give the Mini App these origins. */
const zaloOrigins = ['https://h5.zdn.vn', 'zbrowser://h5.zdn.vn']

export const exposedHeaders = ['Retry-After', 'ETag']

export interface CrossOrigin {
  allowed: string[]
  headersFor(origin: string | undefined): Record<string, string>
}

/** Who may call from another origin: echoed exactly, never a wildcard. */
export function crossOrigin(previewOrigin?: string): CrossOrigin {
  const allowed = [...zaloOrigins, ...(previewOrigin ? [previewOrigin] : [])]
  return {
    allowed,
    headersFor: (origin) =>
      origin !== undefined && allowed.includes(origin)
        ? {
            'access-control-allow-origin': origin,
            'access-control-expose-headers': exposedHeaders.join(', '),
          }
        : {},
  }
}

import type { EntrySource } from '#contract/entries.ts'

export interface Entry {
  /** Where to go inside the app, without what only told how one came. */
  path: string
  /** The station whose sheet or link this is. */
  station?: string
  source?: EntrySource
}

const id = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const sources: readonly EntrySource[] = ['qr', 'oa', 'share']

/**
 * What an address says about how one came: `/?station=<id>` stands on a station's sheet and opens that station,
 * `?from=oa` on links of the Official Account, `?from=share` on links passed on; Zalo marks those with `zshareId`.
 * On any other page `?station=<id>` stays: that page may want to know it.
 */
export function readEntry(address: string): Entry {
  const [, pathname = '/', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(address) ?? []
  const params = new URLSearchParams(search)
  const station = params.get('station') ?? ''
  const onSheet = pathname === '/' && station !== ''
  const source = sourceOf(params) ?? (onSheet ? 'qr' : undefined)
  const named = id.test(station) ? { station } : {}
  if (!source) return { path: address, ...named }
  params.delete('from')
  params.delete('zshareId')
  if (onSheet) params.delete('station')
  const rest = params.toString()
  const place = onSheet && named.station ? `/stations/${named.station}` : pathname
  return { path: `${place}${rest && `?${rest}`}${hash}`, ...named, source }
}

function sourceOf(params: URLSearchParams): EntrySource | undefined {
  const from = sources.find((source) => source === params.get('from'))
  if (from) return from
  return params.has('zshareId') ? 'share' : undefined
}

/** An address to pass on, with the mark that it was. */
export function sharedAddress(path: string): string {
  const [address = '', hash] = path.split('#')
  return `${address}${address.includes('?') ? '&' : '?'}from=share${hash === undefined ? '' : `#${hash}`}`
}

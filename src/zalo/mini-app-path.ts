interface Place {
  hostname: string
  pathname: string
  search: string
}

/**
 * The SDK's own rule. Elsewhere it answers with stubs that look like success (localhost) or only
 * rejects, so this is decided before it is loaded.
 */
export function isInsideZalo(place: Place): boolean {
  if (!place.hostname.includes('h5.zdn.vn')) return false
  return place.pathname.startsWith('/zapps') || /[?&]env=TESTING_LOCAL(&|$)/.test(place.search)
}

export function miniAppId(pathname: string): string | undefined {
  return /^\/zapps\/([^/]+)/.exec(pathname)?.[1]
}

/** Leaving `/zapps/<id>` makes every later SDK call fail, so the router is tied to it. */
export function basenameOf(pathname: string): string {
  const id = miniAppId(pathname)
  return id ? `/zapps/${id}` : '/'
}

/** Turns what `OpenApp` carries into a path of ours, or nothing when it is not one. */
export function appPathOf(data: unknown, basename: string): string | undefined {
  if (typeof data !== 'object' || data === null || !('path' in data)) return undefined
  const { path } = data
  if (typeof path !== 'string' || !path.startsWith('/') || path.startsWith('//')) return undefined
  if (basename === '/' || !(path + '/').startsWith(basename + '/')) return path
  return path.slice(basename.length) || '/'
}

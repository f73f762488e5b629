export interface Addresses {
  /** The Mini App's id at Zalo. */
  appId: string | undefined
  /** The https address of the browser version. */
  publicUrl: string | undefined
}

/** What a printed code leads to, for good; undefined while nobody has said where citizens reach the app. */
export function findStationLink(id: string, { appId, publicUrl }: Addresses): string | undefined {
  if (appId) return `https://zalo.me/s/${encodeURIComponent(appId)}/?station=${id}`
  return publicUrl && `${publicUrl.replace(/\/+$/, '')}/?station=${id}`
}

/** As one types it. */
export function spoken(link: string): string {
  return link.replace(/^https?:\/\//, '')
}

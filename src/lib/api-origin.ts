import { host } from './host.ts'

/** Inside Zalo the page comes from Zalo's servers and the API from ours; elsewhere both come from one place. */
export function apiOrigin(): string {
  return host().name === 'zalo' ? (import.meta.env.VITE_API_URL ?? '') : ''
}

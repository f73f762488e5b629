import { isIPv6 } from 'node:net'

/**
 * Whose limit an address counts towards. One customer of an IPv6 network owns a whole /64 and may take a new address
 * for every request, so only its first half counts.
 */
export function callerOf(ip: string): string {
  if (!isIPv6(ip)) return ip
  const plain = ip.replace(/%.*$/, '').toLowerCase()
  // An IPv4 caller seen through an IPv6 socket.
  if (plain.startsWith('::ffff:') && plain.includes('.')) return plain.slice('::ffff:'.length)
  const [head = '', tail] = plain.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const all = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ?? '').split(':')]
  const network = all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}

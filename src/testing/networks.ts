/** No signal at all. */
export const offline: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))

/** A signal so weak that no answer comes while a test looks. */
export const silent: typeof fetch = () => new Promise(() => undefined)

/** A network on which one path answers something else. */
export function withAnswer(network: typeof fetch, path: string, answer: () => Response): typeof fetch {
  return async (input, init) =>
    typeof input === 'string' && input.includes(path) ? answer() : network(input, init)
}

// The service worker of the browser preview. `preview-worker.ts` puts a line with `version` and `files` above this text.
// It answers two things: pages, when the network does not, and the built files of its own version.
// Everything else (the API, pictures, the officers' console) passes by untouched.

/* global version, files */
const page = '/index.html'
const family = 'preview-'
const cacheName = family + version
const patience = 3000
const notOurs = /^\/(?:api|files|console|desk)(?:\/|$)/

self.addEventListener('install', (event) => {
  // All or nothing: an incomplete version is never used. No `skipWaiting`: open pages keep the files they began with.
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...files])))
})

self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith(family) && name !== cacheName
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || notOurs.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (files.includes(pathname)) event.respondWith(openFile(request))
})

/** The network first, so that a new version is seen at once; the kept page when it fails, breaks or takes too long. */
async function openPage(request) {
  const kept = await caches.match(page, { cacheName })
  const fromNetwork = fetch(request).then((answer) => (answer.status >= 500 && kept ? kept : answer))
  if (!kept) return fromNetwork
  const afterPatience = new Promise((resolve) => setTimeout(resolve, patience, kept))
  return Promise.race([fromNetwork.catch(() => kept), afterPatience])
}

/** Names of built files are hashes of their content, so a kept one is never out of date. */
async function openFile(request) {
  return (await caches.match(request.url, { cacheName })) ?? fetch(request)
}

/** Every address inside the app. Below `app/`, so that features and `ui` can link without knowing routes. */
export const paths = {
  home: () => '/',
  guides: () => '/guides',
  guide: (slug: string) => `/guides/${slug}`,
  finder: () => '/guides/finder',
  /** Options of the finder stand in the fragment, which no server gets to see. */
  guideChecklist: (slug: string, options: readonly string[] = []) =>
    `/guides/${slug}/checklist${options.length > 0 ? `#${options.join('.')}` : ''}`,
  checklists: () => '/checklists',
  checklist: (id: string) => `/checklists/${id}`,
  /** All forms, or one of them on the same page. */
  forms: (id?: string) => (id ? `/forms#${id}` : '/forms'),
  applications: (code?: string) =>
    code ? `/applications?code=${encodeURIComponent(code)}` : '/applications',
  savedApplication: (id: string) => `/applications/saved/${id}`,
  openSlip: () => '/applications/open',
  scanSlip: () => '/applications/scan',
  myApplications: () => '/applications/mine',
  news: () => '/news',
  article: (slug: string) => `/news/${slug}`,
  /** The form, tied to what led there. */
  tip: (about: { station?: string; wanted?: string } = {}) => {
    const query = new URLSearchParams(about).toString()
    return query ? `/tips/new?${query}` : '/tips/new'
  },
  /** A tip that was sent. Its code is typed there, and stands in no address. */
  tipThread: () => '/tips/open',
  stations: () => '/stations',
  station: (id: string) => `/stations/${id}`,
  /** Which station serves me. What is chosen stands in the fragment, which no server gets to see. */
  myStation: () => '/my-station',
  search: (query = '') => (query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  settings: () => '/settings',
} as const

/** Every address inside the app. Below `app/`, so that features and `ui` can link without knowing routes. */
export const paths = {
  home: () => '/',
  guides: () => '/guides',
  guide: (slug: string) => `/guides/${slug}`,
  applications: (code?: string) =>
    code ? `/applications?code=${encodeURIComponent(code)}` : '/applications',
  news: () => '/news',
  article: (slug: string) => `/news/${slug}`,
  tip: () => '/tips/new',
  stations: () => '/stations',
  settings: () => '/settings',
} as const

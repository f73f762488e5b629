interface ImportMetaEnv {
  /** Origin of the API for the build that runs inside Zalo, without a trailing slash. */
  readonly VITE_API_URL?: string
}

import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'
import { appConfigPlugin } from './app-config.plugin.ts'
import { drawHomePlugin } from './draw-home.plugin.ts'

const api = 'http://127.0.0.1:8080'

export default defineConfig(({ mode }) => {
  const apiUrl = apiOrigin({ ...loadEnv(mode, process.cwd(), 'VITE_'), ...process.env }['VITE_API_URL'])
  return {
    plugins: [react(), appConfigPlugin(), drawHomePlugin()],
    // Under /zapps/<id>/ nothing may be absolute, so scripts and styles find each other relatively.
    base: './',
    define: { 'import.meta.env.VITE_API_URL': JSON.stringify(apiUrl) },
    experimental: {
      // Only our own preview serves index.html, at the root: a deep link there needs absolute addresses.
      renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
    },
    build: {
      outDir: process.env['PORTAL_WWW_DIR'] || 'www',
      emptyOutDir: true,
      target: 'es2019',
      cssTarget: ['chrome73', 'safari13.1'],
      sourcemap: false,
      // The platform loads every listed style sheet at start, so splitting them only adds requests.
      cssCodeSplit: false,
      // Vite's polyfill breaks dynamic imports on some iOS versions.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: {
          // What the first screen needs in two files instead of a dozen: the libraries and ours.
          codeSplitting: {
            groups: [
              { name: 'vendor', test: /node_modules/, tags: ['$initial'], priority: 1 },
              { name: 'start', tags: ['$initial'] },
            ],
          },
          // The platform's tools drop module scripts whose name does not end like this.
          entryFileNames: 'assets/[name].[hash].module.js',
          chunkFileNames: 'assets/[name].[hash].module.js',
          assetFileNames: 'assets/[name].[hash][extname]',
        },
      },
    },
    server: { proxy: { '/api': api, '/files': api } },
  }
})

/** Empty means the same origin, which is the preview; a Mini App needs the full one. */
function apiOrigin(value = ''): string {
  if (value === '') return ''
  const url = new URL(value)
  if (url.pathname !== '/' || url.search) throw new Error(`VITE_API_URL must be an origin, not ${value}`)
  return url.origin
}

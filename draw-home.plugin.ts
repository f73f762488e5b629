import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'

/**
 * Builds what draws Home on the preview's server beside the app itself, from the same source: `www-home/draw-home.mjs`
 * for `www/`. It is not uploaded: inside Zalo the page is the platform's.
 */
export function drawHomePlugin(): Plugin {
  let outDir = ''
  return {
    name: 'draw-home',
    apply: 'build',
    configResolved: (config) => void (outDir = config.build.outDir),
    closeBundle: async () => {
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [react()],
        define: { 'import.meta.env.VITE_API_URL': '""', 'process.env.NODE_ENV': '"production"' },
        build: {
          ssr: 'src/app/draw-home.tsx',
          outDir: `${outDir}-home`,
          emptyOutDir: true,
          target: 'node20',
          rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
        },
        // Whole, with the libraries' production builds whatever the server's own mode is.
        ssr: { noExternal: true },
      })
    },
  }
}

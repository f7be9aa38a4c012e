import { defineConfig } from 'vite'

// While the page is worked on: `keruen serve --port 7400` answers, `npx vite` shows.
const program = 'http://127.0.0.1:7400'
const proxy = { '/api': { target: program, changeOrigin: true, headers: { origin: program } } }

// The built page is committed and embedded in the program. Nothing is inlined: the content security policy forbids it.
export default defineConfig({
  base: './',
  server: { proxy },
  preview: { proxy },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: false, chunkSizeWarningLimit: 1500 },
  worker: { format: 'es' },
})

import { defineConfig } from 'vite'

// The built page is committed and embedded in the program. Nothing is inlined: the content security policy forbids it.
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: true,
  },
  worker: { format: 'es' },
})

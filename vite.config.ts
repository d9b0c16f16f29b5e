import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Paths are taken from this file so that a build started from any folder gives the same files.
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./renderer'),
  base: './',
  plugins: [react()],
  build: {
    outDir: here('./dist/renderer'),
    emptyOutDir: true,
    target: 'es2024',
    // Fonts and sounds stay files with content hashes: `font-src 'self'` allows no data: URL.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    sourcemap: false,
    rollupOptions: {
      // The second document stands where a data folder cannot be opened: it needs no station.
      input: [here('./renderer/index.html'), here('./renderer/rescue.html')],
    },
  },
});

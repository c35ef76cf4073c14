import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console: a static page whose address decides what it shows; where the API is, `config.json` tells it at run time. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The Cognito library looks for Node's global object.
  define: { global: 'globalThis' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2022',
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
});

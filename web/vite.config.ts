import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { product } from './product-plugin.ts';
import { texts } from './texts-plugin.ts';

const ENDPOINTS = join(import.meta.dirname, '..', '.local', 'endpoints.json');

/** While one works on the console: where the API of the running `npm start` is. */
const localCloud: Plugin = {
  name: 'trastienda-local-cloud',
  configureServer({ middlewares }) {
    middlewares.use('/config.json', async (_request, response) => {
      const { apiUrl, endpointUrl, region, userPoolId, clientId } = JSON.parse(await readFile(ENDPOINTS, 'utf8'));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ apiUrl, region, userPoolId, userPoolClientId: clientId, cognitoUrl: endpointUrl }));
    });
  },
};

/** The console: a static page whose address decides what it shows; where the API is, `config.json` tells it at run time. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), product(), texts(), localCloud],
  // The Cognito library looks for Node's global object.
  define: { global: 'globalThis' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // The second page is the clock's, for where the console cannot be reached.
    rollupOptions: { input: ['index.html', 'clock.html'].map((page) => join(import.meta.dirname, page)) },
    sourcemap: false,
    target: 'es2022',
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
});

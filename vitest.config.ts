import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { product } from './web/product-plugin.ts';

/** One run of everything; `tests/support/setup.ts` points the AWS SDK at the deployed stack where one is running. */
export default defineConfig({
  // The layout of printed documents comes as its text, as in a bundle (infra/tools/build.ts).
  plugins: [
    product(),
    { name: 'layouts', load: (id: string) => (id.endsWith('.typ') ? `export default ${JSON.stringify(readFileSync(id, 'utf8'))}` : null) },
  ],
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    // What a page comes to is awaited as long as its elements are.
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});

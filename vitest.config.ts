import { defineConfig } from 'vitest/config';

/** One run of everything; `tests/support/setup.ts` points the AWS SDK at the deployed stack where one is running. */
export default defineConfig({
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

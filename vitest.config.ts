import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { product } from './web/product-plugin.ts';

const LONGEST = ['e2e/every-screen', 'imports/online-retail', 'http/roles', 'e2e/reflow'];
const SHORTEST = ['tests/unit/', 'tests/tidy/', 'tests/infra/'];

/** Those that take a minute first, those that take a moment last: no worker waits at the end for one long file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      if (LONGEST.some((name) => moduleId.includes(name))) return 0;
      return SHORTEST.some((folder) => moduleId.includes(folder)) ? 2 : 1;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
  },
});

import { readFileSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { product } from './web/product-plugin.ts';

// Not `http/schemathesis`: beside the making of the demo companies, balances that follow their postings come too late for its requests.
const LONGEST = ['integration/seed', 'e2e/open-things', 'e2e/every-screen', 'e2e/shell', 'http/roles'];
/** Tests of rules, and of requests against a table in memory. */
const RULES = ['tests/{unit,tidy}/**/*.test.ts', 'tests/faults/long-requests.test.ts'];
/** Where `useMemoryTable` may be called. */
export const IN_MEMORY = { TRASTIENDA_TABLE: 'memory' };
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
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 60_000,
    // What a page comes to is awaited as long as its elements are.
    expect: { poll: { timeout: 30_000 } },
    // A company with one of everything takes a minute and a half on a machine that does something else.
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Files share a process, which loads each module once. Those that put a table in memory in the SDK's place must not meet
    // those of the deployed stack there.
    isolate: false,
    projects: [
      { extends: true, test: { name: 'rules', include: RULES, env: IN_MEMORY } },
      { extends: true, test: { name: 'cloud', include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, ...RULES] } },
    ],
  },
});

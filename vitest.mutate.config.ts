import { mergeConfig } from 'vitest/config';
import all, { IN_MEMORY } from './vitest.config.ts';

/** The tests that `npm run mutate` judges: those of the rules and of what carries them out, which take neither cloud nor browser. */
const tests = mergeConfig(all, { test: { testTimeout: 10_000, env: IN_MEMORY } });
tests.test = {
  ...tests.test,
  projects: undefined,
  include: ['tests/unit/{crm,finance,inventory,kernel,platform,runtime,sales}/**/*.test.ts'],
};
export default tests;

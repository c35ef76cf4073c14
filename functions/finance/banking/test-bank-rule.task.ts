import * as z from 'zod/mini';
import { RuleTests } from '#domain/finance/banking/rule-test.ts';
import { task } from '#runtime/task.ts';
import { testOn } from './rule-history.ts';

const Input = z.strictObject({ tenant: z.string(), testId: z.string(), execution: z.string() });

/** A call goes on for so long, and leaves the rest to the next. */
const SLICE_MS = 8 * 60_000;

/** Tests a rule on all lines that there have been. Called again, it goes on where it was. */
export const handler = task('testBankRule', Input, async ({ input: { tenant, testId }, records }) => {
  const test = await records.getOrThrow(RuleTests, testId);
  const end = Date.now() + SLICE_MS;
  const { state } = test.state === 'running' ? await testOn(records, test, () => Date.now() > end) : test;
  return { tenant, testId, left: state === 'running' };
});

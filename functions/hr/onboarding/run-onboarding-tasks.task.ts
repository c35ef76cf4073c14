import * as z from 'zod/mini';
import { task } from '#runtime/task.ts';
import { runTurns } from './machine-turns.ts';
import { timerOf } from './onboarding-follower.ts';

const Input = z.strictObject({ tenant: z.string(), onboardingId: z.string(), execution: z.string() });

/** Does what is left to the machine and due by now, and tells when its next turn is. */
export const handler = task('runOnboardingTasks', Input, async ({ input: { tenant, onboardingId }, records, now }) => {
  const onboarding = await runTurns(records, onboardingId, now);
  return { tenant, onboardingId, timer: timerOf(onboarding, now), state: onboarding.state };
});

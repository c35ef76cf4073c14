import { Onboardings, RUNNING } from '#domain/hr/onboarding/onboarding.ts';
import type { OnboardingFlow } from '#domain/hr/onboarding/statutory-es.ts';
import { reconciler } from '#runtime/reconcile.ts';
import { answerOnboarding, machineOf, startOnboardingRun, wantsOnboardingRun } from './onboarding-follower.ts';

/** Every onboarding that is not at its end has an execution that waits for what comes next. */
const reconcile = (flow: OnboardingFlow) =>
  reconciler(`reconcile-${flow}`, {
    workflow: machineOf({ flow }),
    type: Onboardings,
    queues: [RUNNING],
    wants: async (_, onboarding) => onboarding.flow === flow && wantsOnboardingRun(onboarding),
    start: startOnboardingRun,
    answer: async (_, onboarding, wait) => onboarding.flow === flow && answerOnboarding(onboarding, wait),
  });
const [joining, leaving] = [reconcile('joining'), reconcile('leaving')];

export const handler: typeof joining = async (event, context) => {
  const [come, left] = [await joining(event, context), await leaving(event, context)];
  return {
    ...left,
    failed: come.failed + left.failed,
    records: come.records + left.records,
    started: come.started + left.started,
    answered: come.answered + left.answered,
    rung: come.rung + left.rung,
  };
};

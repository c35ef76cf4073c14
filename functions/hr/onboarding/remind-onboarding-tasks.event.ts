import { Onboardings, RUNNING } from '#domain/hr/onboarding/onboarding.ts';
import { sweep } from '#runtime/sweep.ts';
import { remindOf } from './reminders.ts';

/** Every morning: who has a task that is late is reminded of it, and whoever leads them where that did not help. */
export const handler = sweep('remind-onboarding-tasks', { type: Onboardings, queues: [RUNNING], handle: remindOf });

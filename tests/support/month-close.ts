import { lookAgain } from '../../functions/finance/closing/close-follower.ts';
import { checkMonth, finishClose, lockMonth } from '../../functions/finance/closing/close-steps.ts';
import { handler as commands } from '../../functions/finance/closing/commands.ts';
import { handler as queries } from '../../functions/finance/closing/queries.ts';
import type { ChangedFact } from '../../shared/domain/finance/closing/check.ts';
import { recordsOf } from './company.ts';
import { peopleOf } from './people.ts';
import { projectCompany } from './projection.ts';

const templateOf = (route: string): string =>
  route
    .replace(/mcl_\w+/, '{closeId}')
    .replace(/checks\/[\w-]+\//, 'checks/{check}/')
    .replace(/packs\/\d+/, 'packs/{run}');

const STEPS: Readonly<Record<string, typeof checkMonth>> = { check: checkMonth, lock: lockMonth, finish: finishClose };

/** The closes of one company, through their Lambda handlers, and what the state machine and the follower of changes do. */
export function closesOf(tenant: string, project = () => projectCompany(tenant)) {
  const { ask, done, refused } = peopleOf(tenant, { commands, queries }, templateOf);
  const start = (by: string, period: string, rehearsal = false) => done(by, 'POST /month-closes', { period, rehearsal });
  /** What the state machine does until it waits or ends. */
  const run = async (closeId: string): Promise<string> => {
    await project();
    for (let next = 'check'; ; ) {
      const step = STEPS[next];
      if (!step) return next;
      next = (await step(recordsOf(tenant), closeId, new Date())).next;
    }
  };
  /** What follows a change of facts. */
  const changed = async (...facts: readonly ChangedFact[]): Promise<void> => {
    await project();
    await lookAgain(recordsOf(tenant), facts, new Date());
  };
  const read = (closeId: string) => done('ana', `GET /month-closes/${closeId}`);
  /** The checks in a state, by their names. */
  const checksIn = async (closeId: string, state: string): Promise<string[]> =>
    (await read(closeId)).checks.flatMap((check: { check: string; state: string }) => (check.state === state ? [check.check] : []));
  const check = async (closeId: string, name: string) =>
    (await read(closeId)).checks.find((each: { check: string }) => each.check === name);
  return { ask, done, refused, start, run, changed, read, checksIn, check };
}

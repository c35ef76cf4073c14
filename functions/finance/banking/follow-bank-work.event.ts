import { followChanges } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { seeToWork } from './bank-work.ts';

/** Starts the executions of runs over lines, of what undoes them, of tests of rules, and of files that are read once more. */
export const handler = followChanges({
  code: 'follow-bank-work',
  // Notes of how far it is are of no interest.
  subject: ({ id, before, after }) => (after !== undefined && before?.state === after.state ? undefined : id),
  handle: (tenant, id, changes) =>
    seeToWork(new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'followBankWork', at: new Date() }), id),
});

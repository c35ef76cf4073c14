import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { carryOut } from './carry-out.ts';
import { takeBack } from './take-back.ts';

/** What a run tells of itself while it goes on is news to nobody; that it is to be tried again is. */
const isProgress = ({ before, after, again }: RecordChange): boolean =>
  !again && before !== undefined && after !== undefined && before.state === after.state && before.tries === after.tries;

/** The run that a file was made for, once it is there: of one that was there at once, nobody waits. */
const runWaiting = ({ kind, before, after, request = '' }: RecordChange): string | undefined =>
  FILES.includes(kind) && request.startsWith('rrn_') && before?.bytes === undefined && before !== undefined && after?.bytes !== undefined
    ? request.split('.')[0]
    : undefined;
const FILES: readonly string[] = ['tax-file', 'export'];

/** Carries out runs that were begun, and takes back those that somebody wants undone, from their records. */
export const handler = followChanges({
  code: 'carry-out-runs',
  subject: (change) => {
    if (change.kind !== 'rule-run') return runWaiting(change);
    return isProgress(change) ? undefined : change.id;
  },
  handle: async (tenant, id, changes) => {
    const records = new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'carryOutRuns', at: new Date() });
    const run = await records.get(RuleRuns, id);
    if (run?.state === 'running') await carryOut(records, run);
    if (run?.state === 'undoing') await takeBack(records, run);
  },
});

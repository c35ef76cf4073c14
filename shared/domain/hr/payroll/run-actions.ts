import { type ActionRules, conflict, denial, type Refusal, refusal } from '#kernel/errors.ts';
import type { PayRunState, StoredPayRun } from './payroll-run.ts';

/** Pay leaves when so many different people have said yes. */
export const PAY_APPROVALS = 2;

/** A run as whoever asks sees it. */
export interface PayRunStanding {
  readonly asker?: {
    readonly email: string;
    /** Whether they may do alone what takes four eyes. */
    readonly mayAlone: boolean;
    /** Whether one of its slips is theirs. */
    readonly isPaid: boolean;
  };
}

/** Who brought a run to where it is, and on which day. */
const lastDecision = ({ cancelled, approvals }: StoredPayRun): { by: string; on: string } | undefined => cancelled ?? approvals.at(-1);

function refusalOfState(run: StoredPayRun, ...allowed: PayRunState[]): Refusal | undefined {
  const { state } = run;
  if (allowed.includes(state)) return undefined;
  const wanted = `that can be done with one that is ${allowed.join(' or ')}.`;
  const last = lastDecision(run);
  if (!last) return refusal('payroll_run.state', `The pay run is ${state}: ${wanted}`, 'path.runId', { state });
  const { by, on } = last;
  return refusal('payroll_run.state', `The pay run is ${state} since ${on}, by ${by}: ${wanted}`, 'path.runId', {
    state,
    by,
    on,
    why: 'by',
  });
}

/**
 * A run is approved as somebody has looked at it. @param seen the revision that was looked at; absent where nobody says.
 * @throws DomainError `payroll_run.changed` (409) where another has changed it since, beside approving it: who and when.
 */
export function requireUnchanged({ history }: Pick<StoredPayRun, 'history'>, seen: number | undefined): void {
  const since = seen === undefined ? undefined : history.findLast(({ rev, action }) => rev > seen && action !== 'approvePayrollRun');
  if (!since) return;
  const { by, at } = since;
  throw conflict('payroll_run.changed', `${by} has changed this pay run at ${at}: look at what it is now, and approve that.`, 'body.rev', {
    by,
    at,
  });
}

const refusalOfRefused = ({ refused }: StoredPayRun): Refusal | undefined =>
  refused === 0
    ? undefined
    : refusal(
        'payroll_run.refused',
        `${refused} people could not be worked out: settle why and calculate them again, or leave them out.`,
        'path.runId',
        { count: refused },
      );

/** Nobody approves the run that they made, whatever they may do alone; nor one that pays them, unless they may. */
function refusalOfApprover({ makers, approvals }: StoredPayRun, { email, mayAlone, isPaid }: NonNullable<PayRunStanding['asker']>) {
  if (makers.includes(email))
    return denial('payroll_run.own', 'You proposed this pay run or worked somebody out in it: two others must approve it.', 'path.runId');
  if (approvals.some(({ by }) => by === email))
    return refusal(
      'payroll_run.same_person',
      'You have approved this pay run already: somebody else must give the second approval.',
      'path.runId',
    );
  return isPaid && !mayAlone
    ? denial('payroll_run.own_pay', 'This pay run pays you: two others must approve it.', 'path.runId')
    : undefined;
}

/** Why a run takes an action now or not. */
export const payRunActions = {
  recalculatePayslip: (run) => refusalOfState(run, 'proposed'),
  excludeFromPayrollRun: (run) => refusalOfState(run, 'proposed'),
  approvePayrollRun: (run) => refusalOfState(run, 'proposed') ?? refusalOfRefused(run) ?? (run.asker && refusalOfApprover(run, run.asker)),
  cancelPayrollRun: (run) => refusalOfState(run, 'proposed'),
  getSalaryFile: (run) => refusalOfState(run, 'posted'),
} as const satisfies ActionRules<StoredPayRun & PayRunStanding>;

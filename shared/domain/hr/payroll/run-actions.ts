import { type ActionRules, denial, type Refusal, refusal } from '#kernel/errors.ts';
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

const refusalOfState = ({ state }: StoredPayRun, ...allowed: PayRunState[]): Refusal | undefined =>
  allowed.includes(state)
    ? undefined
    : refusal('payroll_run.state', `The pay run is ${state}: that can be done with one that is ${allowed.join(' or ')}.`, 'path.runId', {
        state,
      });

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

import { banking } from '#api/finance/banking.ts';
import { type BankAccount, BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankStatements } from '#domain/finance/banking/bank-statement.ts';
import { type MatchRun, MatchRuns, matchRunActions, matchRunView, NO_COUNTS } from '#domain/finance/banking/match-run.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { BANK_MATCHING_SCORE } from '#domain/platform/company/policies.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { create, type Stored, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { optional, required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, command, query } from '../../platform/service.ts';

const { actions } = banking;

/** A run as the company's settings have it; undefined where nothing is posted by itself. */
export function matchRunOf(
  { policies }: StoredCompany,
  { id: bankAccountId, name: accountName }: Stored<BankAccount>,
  of: Pick<MatchRun, 'madeAt'> & { readonly statementId?: string | undefined; readonly by?: string },
): MatchRun | undefined {
  const { bankMatching: mode = 'rules', bankMatchingScore = BANK_MATCHING_SCORE } = policies;
  if (mode === 'off') return undefined;
  const { madeAt, statementId, by } = of;
  return {
    ...{ state: 'running', bankAccountId, accountName, madeAt, mode, threshold: Number(bankMatchingScore) },
    ...defined({ statementId, by }),
    ...{ counts: NO_COUNTS, refused: [] },
  };
}

export const createMatchRun = command(
  actions.createMatchRun,
  creates(MatchRuns, 'bmr', ({ body }) => ({
    account: required(BankAccounts, body.bankAccountId, 'body.bankAccountId'),
    statement: optional(BankStatements, body.statementId),
  })),
  ({ body, company, account, statement, caller, newId, now }) => {
    const { statementId } = body;
    if (statementId !== undefined && statement?.bankAccountId !== account.id)
      throw notFound(BankStatements.kind, statementId, 'body.statementId');
    const run = matchRunOf(company, account, { madeAt: now.toISOString(), statementId, by: caller.email });
    if (!run)
      throw refused(
        'bank_match_run.off',
        'The company has nothing matched by itself: its settings say so. Change them, or match the lines one by one.',
        'body.bankAccountId',
      );
    return [create(MatchRuns, newId('bmr'), run)];
  },
  (run, { caller }) => ({ ...matchRunView(run), actions: actionsOf(caller, actions, matchRunActions, run) }),
);

export const undoMatchRun = command(
  actions.undoMatchRun,
  on(MatchRuns, (path) => path.runId),
  ({ body: { reason }, caller }, run) => {
    throwIf(matchRunActions.undoMatchRun(run));
    return [update(MatchRuns, run, { ...run, state: 'undoing', undo: { by: caller.email, reason, count: 0, kept: [] } })];
  },
  (run, { caller }) => ({ ...matchRunView(run), actions: actionsOf(caller, actions, matchRunActions, run) }),
);

export const getMatchRun = query(
  actions.getMatchRun,
  ({ path }) => ({ run: required(MatchRuns, path.runId, 'path.runId') }),
  ({ run, caller }) => ({ ...matchRunView(run), actions: actionsOf(caller, actions, matchRunActions, run) }),
);

export const listMatchRuns = query(actions.listMatchRuns, async ({ query: { bankAccountId, ...input }, records }) => {
  const page = await listRecords(records, MatchRuns, { ...input, buckets: ['all'], party: bankAccountId });
  return { ...page, items: page.items.map(matchRunView) };
});

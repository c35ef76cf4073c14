import { expenses } from '#api/finance/expenses.ts';
import { claimActions, claimView, ExpenseClaims, type StoredClaim } from '#domain/finance/expenses/expense-claim.ts';
import { mayFor, reachOf } from '#runtime/caller.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, listQuery, query, readFlow, serveModule } from '../../platform/service.ts';

const { actions } = expenses;

export const listExpenseClaims = listQuery(
  actions.listExpenseClaims,
  ExpenseClaims,
  claimView,
  ({ caller, query: { state, employeeId: party } }) => {
    const within = reachOf(caller, 'expenses.read');
    const where = (claim: StoredClaim) => (!state || state.includes(claim.state)) && (!within || within(claim));
    return { party, where: state || within ? where : undefined };
  },
);

export const getExpenseClaim = query(
  actions.getExpenseClaim,
  ({ path }) => ({ claim: required(ExpenseClaims, path.claimId, 'path.claimId') }),
  async (world) => {
    const { claim, caller } = world;
    // Others' claims are to the caller as if there were none.
    if (!mayFor(caller, 'expenses.read', claim)) throw notFound(ExpenseClaims.kind, claim.id, 'path.claimId');
    const { found: _, ...flow } = await readFlow(world, ExpenseClaims, claim, { carriers: claim.billIds ?? [] });
    return { ...claimView(claim), ...flow, actions: actionsOf(caller, actions, claimActions, { ...claim, asker: caller.email }) };
  },
);

export const handler = serveModule(expenses, { listExpenseClaims, getExpenseClaim });

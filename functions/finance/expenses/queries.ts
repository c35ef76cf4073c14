import { expenses } from '#api/finance/expenses.ts';
import { claimActions, claimView, ExpenseClaims, type StoredClaim } from '#domain/finance/expenses/expense-claim.ts';
import { mayFor, reachOf } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, query, readFlow, serveModule } from '../../platform/service.ts';

const { actions } = expenses;

export const listExpenseClaims = query(actions.listExpenseClaims, async ({ query: input, records, caller, company: { fiscalYears } }) => {
  const { state, employeeId } = input;
  const within = reachOf(caller, 'expenses.read');
  const where = (claim: StoredClaim) => (!state || state.includes(claim.state)) && (!within || within(claim));
  const page = await listDated(records, ExpenseClaims, fiscalYears, input, {
    party: employeeId,
    where: state || within ? where : undefined,
  });
  return { ...page, items: page.items.map(claimView) };
});

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

import { ledger } from '#api/finance/ledger.ts';
import { handler as commands } from '../../functions/finance/ledger/commands.ts';
import { handler as documents } from '../../functions/finance/ledger/documents.ts';
import { handler as queries } from '../../functions/finance/ledger/queries.ts';
import { type Answer, type Call, call } from './call.ts';

const HANDLERS = { commands, queries, documents };
type Action = keyof typeof ledger.actions;

/** Calls an action of the books by its name, with path parameters in the order of its route. */
export function books(
  tenant: string,
  action: Action,
  request: Omit<Call, 'tenant'> & { readonly path?: readonly string[] } = {},
): Promise<Answer> {
  const { route, profile } = ledger.actions[action];
  const path = [...(request.path ?? [])];
  return call(
    HANDLERS[profile],
    route.replace(/\{\w+\}/g, () => path.shift() ?? ''),
    route,
    { tenant, ...request },
  );
}

export const eur = (amount: string) => ({ amount, currency: 'EUR' });

/** A line of a manual entry: a positive amount is a debit, a negative one a credit. */
export const line = (account: string, amount: string, more: object = {}) =>
  amount.startsWith('-') ? { account, credit: eur(amount.slice(1)), ...more } : { account, debit: eur(amount), ...more };

/** Posts a manual entry over lines of `[account, signed amount]`. */
export const postLines = (
  tenant: string,
  date: string,
  text: string,
  ...lines: readonly (readonly [account: string, amount: string])[]
): Promise<Answer> => books(tenant, 'postEntry', { body: { date, text, lines: lines.map(([account, amount]) => line(account, amount)) } });

import { handler as commands } from '../../functions/finance/currencies/commands.ts';
import { handler as queries } from '../../functions/finance/currencies/queries.ts';
import { peopleOf } from './people.ts';

const templateOf = (route: string): string =>
  route
    .replace(/\/fxd_[^/]+/, '/{differenceId}')
    .replace(/\/revaluations\/[\d-]+/, '/revaluations/{month}')
    .replace(/\/exchange-rates\/\d.*/, '/exchange-rates/{date}');

/** The currencies of one company, through their Lambda handlers. */
export function currenciesOf(tenant: string) {
  const people = peopleOf(tenant, { commands, queries }, templateOf);
  const rate = (date: string, rates: Record<string, string>) => people.done('ana', `PUT /exchange-rates/${date}`, { rates });
  return { ...people, rate };
}

/** An amount of a currency. */
export const money = (amount: string, currency: string) => ({ amount, currency });

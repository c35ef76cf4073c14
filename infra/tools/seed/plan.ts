import type { IsoDate } from '../../../shared/kernel/date.ts';
import { abroadSteps, abroadSupplier } from './abroad-plan.ts';
import { bookSteps } from './books-plan.ts';
import { calendar } from './calendar.ts';
import { Chance } from './chance.ts';
import { plannedOrders } from './orders-plan.ts';
import type { Profile } from './profile.ts';
import { serviceBillSteps, supplierSteps } from './purchases-plan.ts';
import { abroadCustomer, salesAbroad } from './sales-abroad.ts';
import { PHASES, type Step } from './step.ts';
import { stockSteps } from './stock-plan.ts';
import { tell } from './stories.ts';

export interface Plan {
  /** What is there before the first day: masters, which nothing but their keys orders. */
  readonly setup: readonly Step[];
  /** The history, in the order in which it happened. */
  readonly history: readonly Step[];
  /** The month whose period is closed at the end. */
  readonly closed: string;
}

/** Everything that a demo company's people did until `today`: the same for the same day, on every machine. */
export function planOf(profile: Profile, today: IsoDate): Plan {
  const days = calendar(today);
  const orders = plannedOrders(profile, days);
  const chance = new Chance(`${profile.tenant} stories`);
  const history = [
    ...stockSteps(profile, orders, days),
    ...orders.flatMap((order) => tell(order, profile.settings.policies.invoiceOn, today, chance)),
    ...serviceBillSteps(profile, days),
    ...bookSteps(profile, days),
    ...abroadSteps(days),
    ...salesAbroad(days),
  ];
  return { setup: setupSteps(profile, days.first), history: history.sort(inTime), closed: days.first.slice(0, 7) };
}

/** By day, then by phase; steps of one phase keep the order they were planned in. */
const inTime = (a: Step, b: Step): number =>
  a.date === b.date ? PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) : a.date < b.date ? -1 : 1;

function setupSteps(profile: Profile, date: IsoDate): Step[] {
  const { items, customers, warehouse, ownAccount } = profile;
  const step = (key: string, role: Step['role'], route: string, body: object): Step => ({
    key,
    date,
    phase: 'setup',
    role,
    ask: () => ({ route, body }),
  });
  return [
    step('warehouse', 'warehouse', '/warehouses', warehouse),
    step('account', 'accountant', '/accounts', ownAccount),
    ...items.map(({ code, name, unit, price, cost, taxCode }) =>
      step(`item.${code}`, 'sales', '/items', { code, name, unit, price, taxCode, kind: cost === undefined ? 'service' : 'stocked' }),
    ),
    ...customers.map((customer) => step(`customer.${customer.name}`, 'sales', '/customers', customer)),
    ...supplierSteps(profile, date),
    abroadSupplier(date),
    abroadCustomer(date),
  ];
}

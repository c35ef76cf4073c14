import { simplifiedLimit } from '../../../shared/domain/finance/receivables/simplified.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { type Calendar, workday } from './calendar.ts';
import { Chance } from './chance.ts';
import { type Profile, type SeedCustomer, type SeedItem, STORIES, type Story } from './profile.ts';
import type { OrderLine, PlannedOrder } from './scenario.ts';
import { AGES } from './stories.ts';

/** Percent of the orders that ship from the second warehouse. */
const FROM_SECOND = 12;
/** Percent of a named customer's orders that are priced with tax. */
const WITH_TAX = 15;
const DISCOUNTED = 12;
/** A day on which the present limits are in force. */
const NOW = '2026-01-01';
/** A day's history begins after the opening stock came in. */
const EARLIEST = 1;

/** The orders of a company by date, each with the story of how it went. */
export function plannedOrders(profile: Profile, calendar: Calendar): PlannedOrder[] {
  const chance = new Chance(`${profile.tenant} orders`);
  const dealt = STORIES.flatMap((story) => Array.from({ length: profile.deck[story] ?? 0 }, () => story));
  const inTime = dealt
    .map((story, i) => ({ story, i, date: dayOf(story, calendar, chance) }))
    .sort((a, b) => (a.date === b.date ? a.i - b.i : a.date < b.date ? -1 : 1));
  const planned: PlannedOrder[] = [];
  for (const { story, date } of inTime) planned.push(plannedOrder(profile, story, date, planned, chance));
  return planned;
}

function dayOf(story: Story, calendar: Calendar, chance: Chance): string {
  const [from, to] = AGES[story];
  const date = calendar.ago(chance.whole(from, to));
  return date <= calendar.first ? workday(calendar.ago(AGES.settled[1] - EARLIEST)) : date;
}

function plannedOrder(profile: Profile, story: Story, date: string, before: readonly PlannedOrder[], chance: Chance): PlannedOrder {
  const key = `P${String(1001 + before.length)}`;
  const warehouse = story !== 'backOrdered' && chance.happens(FROM_SECOND) ? profile.warehouse.code : 'main';
  const pricesIncludeTax = story === 'counter' || chance.happens(WITH_TAX);
  const drawn = linesOf(profile, story, pricesIncludeTax, chance);
  const lines = story === 'counter' ? forUnknown(profile, drawn) : drawn;
  const value = worthOf(profile, lines, pricesIncludeTax);
  const customer = story === 'counter' ? undefined : customerFor(profile, story, fitting(before, date, value), chance);
  return { key, story, date, customer: customer?.name, paymentDays: customer?.paymentDays ?? 0, warehouse, pricesIncludeTax, lines, value };
}

/** Those who pay late have bought on credit; what needs the money first needs it soon; everybody else is anybody. */
function customerFor(profile: Profile, story: Story, fits: (customer: SeedCustomer) => boolean, chance: Chance): SeedCustomer {
  const [least, most] = [LATE.has(story) ? 15 : 0, SOON.has(story) ? 30 : 180];
  return chance.pick(
    profile.customers.filter((customer) => fits(customer) && customer.paymentDays >= least && customer.paymentDays <= most),
  );
}
const SOON: ReadonlySet<Story> = new Set(['bounced', 'credited', 'overpaid', 'returned']);
const LATE: ReadonlySet<Story> = new Set(['credited', 'overdue', 'bounced', 'partPaid', 'open']);
/** Stories at whose end nothing is owed, some days after the invoice was due. */
const SETTLING: ReadonlySet<Story> = new Set(['settled', 'overpaid', 'split', 'accepted', 'credited', 'returned', 'cancelled', 'quote']);
const SETTLED_AFTER_DUE = 25;

/** Whether the credit limit of a customer leaves room for one order more. */
const fitting =
  (before: readonly PlannedOrder[], date: string, value: number) =>
  ({ name, creditLimit, paymentDays }: SeedCustomer): boolean => {
    if (!creditLimit) return true;
    const since = addDays(date, -paymentDays - SETTLED_AFTER_DUE);
    const owed = before.filter((order) => order.customer === name && (order.date >= since || !SETTLING.has(order.story)));
    return owed.reduce((sum, order) => sum + order.value, value) <= Number(creditLimit.amount);
  };

/** What somebody takes home whom nobody knows: no more than a simplified invoice may bill. The dearest line is halved, or left. */
function forUnknown(profile: Profile, lines: readonly OrderLine[]): OrderLine[] {
  const limit = simplifiedLimit(profile.settings.policies.simplifiedUpTo ?? 'four-hundred', NOW) ?? 0;
  let kept = [...lines];
  while (kept.length > 0 && worthOf(profile, kept, true) * 100 > limit) {
    const worths = kept.map((line) => worthOf(profile, [line], true));
    const dearest = worths.indexOf(Math.max(...worths));
    kept = kept.flatMap((line, i) => {
      if (i !== dearest) return [line];
      return line.quantity > 1 ? [{ ...line, quantity: Math.floor(line.quantity / 2) }] : [];
    });
  }
  return kept;
}

/** About what an order asks for, tax included, in euros. */
function worthOf(profile: Profile, lines: readonly OrderLine[], pricesIncludeTax: boolean): number {
  const items = new Map(profile.items.map((item) => [item.code, item]));
  return lines.reduce((sum, { code, quantity, price }) => {
    const item = items.get(code);
    if (!item) throw new Error(`there is no item ${code}`);
    return sum + quantity * (pricesIncludeTax ? Number(price) : (Number(item.price) * (100 + rateOf(item))) / 100);
  }, 0);
}

function linesOf(profile: Profile, story: Story, pricesIncludeTax: boolean, chance: Chance): OrderLine[] {
  const goods = profile.items.filter((item) => item.cost !== undefined && !item.scarce);
  const services = profile.items.filter((item) => item.cost === undefined);
  const chosen = chance.draw(goods, chance.whole(...profile.units.lines));
  if (story === 'backOrdered') chosen.unshift(chance.pick(profile.items.filter((item) => item.scarce)));
  if (story !== 'counter' && chance.happens(15)) chosen.push(chance.pick(services));
  return chosen.map((item) => ({
    code: item.code,
    quantity: quantityOf(profile, story, item, chance),
    ...(pricesIncludeTax ? { price: shelfPrice(item) } : {}),
    ...(item.cost !== undefined && chance.happens(DISCOUNTED) ? { discount: chance.pick(['5', '10', '15']) } : {}),
  }));
}

/** Dear things are bought by the piece, cheap ones by the dozen. */
function quantityOf(profile: Profile, story: Story, item: SeedItem, chance: Chance): number {
  const [low, high] = profile.units.quantity;
  if (item.scarce) return chance.whole(6, 10);
  if (item.cost === undefined) return chance.whole(1, 4);
  const most = Number(item.price) > 100 ? Math.max(2, Math.floor(high / 4)) : high;
  const least = story === 'split' || story === 'partShipped' ? Math.max(2, low) : low;
  return chance.whole(Math.min(least, most), most);
}

const RATES: Readonly<Record<string, number>> = { 'IVA-G': 21, 'IVA-R': 10, 'IVA-S': 4 };

/** Whole percents of VAT on a purchase or a price, at the rates of today. */
export const rateOf = (item: Pick<SeedItem, 'taxCode'>): number => RATES[item.taxCode] ?? 0;

/** The price on the shelf: tax included, to the nearest five cents. */
const shelfPrice = (item: SeedItem): string => (Math.round((Number(item.price) * (100 + rateOf(item))) / 5) / 20).toFixed(2);

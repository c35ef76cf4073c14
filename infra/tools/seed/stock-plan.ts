import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { type Calendar, HISTORY_DAYS, workday } from './calendar.ts';
import { Chance } from './chance.ts';
import type { Profile, SeedItem } from './profile.ts';
import { billSteps } from './purchases-plan.ts';
import type { PlannedOrder } from './scenario.ts';
import { cents, type Recorded, type Step } from './step.ts';

/** Goods are bought every so many days, for what will be sold until the next time. */
const BUYING_DAYS = 12;
/** Pieces that stay on the shelf: what a count may find missing. */
const SAFETY = 6;
/** Of what the scarce items are sold, this many came in at the start. */
const SCARCE_AT_START = 4;
const MAX_DRIFT_PERCENT = 4;
const ADJUSTMENTS = 7;

interface Purchase {
  readonly key: string;
  readonly date: IsoDate;
  readonly warehouse: string;
  readonly origin: 'opening' | 'supplier';
  readonly lines: readonly { readonly item: SeedItem; readonly quantity: number; readonly unitCost: string }[];
}

const goodsOf = (profile: Profile): SeedItem[] => profile.items.filter((item) => item.cost !== undefined);

/** Goods in, counts and bills: all that keeps the shelves as full as the orders need them. */
export function stockSteps(profile: Profile, orders: readonly PlannedOrder[], calendar: Calendar): Step[] {
  const bought = purchases(profile, orders, calendar);
  return [
    ...bought.map((purchase) => receiving(purchase, profile)),
    ...bought.filter((purchase) => purchase.origin === 'supplier').flatMap((purchase, i) => billing(purchase, profile, i, calendar)),
    ...adjustments(profile, calendar),
  ];
}

/** What every warehouse buys, in the order of the days. */
export function purchases(profile: Profile, orders: readonly PlannedOrder[], calendar: Calendar): Purchase[] {
  const chance = new Chance(`${profile.tenant} purchases`);
  const days = Array.from({ length: Math.ceil(HISTORY_DAYS / BUYING_DAYS) + 1 }, (_, i) =>
    workday(addDays(calendar.first, i * BUYING_DAYS)),
  ).filter((day) => day <= calendar.today);
  const shelves = new Map<string, number>();
  return days.flatMap((date, turn) =>
    ['main', profile.warehouse.code].flatMap((warehouse) => {
      const until = days[turn + 1] ?? '9999-12-31';
      const lines = goodsOf(profile).flatMap((item) =>
        line(item, turn, demandOf(orders, item, warehouse, date, until), shelves, warehouse, chance),
      );
      const key = `goods.${warehouse}.${turn}`;
      return lines.length > 0 ? [{ key, date, warehouse, origin: turn === 0 ? ('opening' as const) : ('supplier' as const), lines }] : [];
    }),
  );
}

/** Pieces of an item that orders of these days take from a warehouse. */
const demandOf = (orders: readonly PlannedOrder[], item: SeedItem, warehouse: string, from: IsoDate, until: IsoDate): number =>
  orders
    .filter((order) => order.warehouse === warehouse && order.date >= from && order.date < until)
    .flatMap((order) => order.lines)
    .reduce((sum, ordered) => sum + (ordered.code === item.code ? ordered.quantity : 0), 0);

function line(item: SeedItem, turn: number, demand: number, shelves: Map<string, number>, warehouse: string, chance: Chance) {
  const shelf = `${warehouse} ${item.code}`;
  const before = shelves.get(shelf) ?? 0;
  const wanted = item.scarce ? (turn === 0 ? SCARCE_AT_START : 0) : demand + (warehouse === 'main' || demand > 0 ? SAFETY : 0);
  // What an order takes leaves the shelf whether it shipped or waits: an order that was cancelled leaves some over.
  const quantity = Math.max(0, item.scarce ? wanted : Math.ceil((wanted - before) / 2) * 2);
  shelves.set(shelf, before + quantity - demand);
  if (quantity === 0) return [];
  const drift = 100 + chance.whole(-MAX_DRIFT_PERCENT, MAX_DRIFT_PERCENT) + turn / 4;
  return [{ item, quantity, unitCost: (((item.cost ?? 0) * drift) / 100).toFixed(4) }];
}

const receiving = ({ key, date, warehouse, origin, lines }: Purchase, profile: Profile): Step => ({
  key,
  date,
  phase: 'goods',
  role: 'warehouse',
  ask: (answerOf) => ({
    route: '/goods-receipts',
    body: {
      warehouse,
      date,
      origin,
      ...(origin === 'supplier' ? { supplierId: answerOf('supplier.goods').id } : {}),
      reference:
        origin === 'opening'
          ? 'Inventario inicial'
          : `Albarán ${profile.supplier.split(' ')[0]} ${key.replaceAll(/\D/g, '')}/${date.slice(5, 7)}`,
      lines: lines.map(({ item, quantity, unitCost }) => ({
        itemId: answerOf(`item.${item.code}`).id,
        quantity: String(quantity),
        unitCost,
      })),
    },
  }),
});

/** Every so many bills the supplier asks more for the first of its goods than they came in at. */
const DEARER = 5;
const DEARER_PERCENT = 2;

/** The supplier's bill a week later, of what came in, at the rates of its goods; and its payment a month after that. */
function billing({ key, date }: Purchase, profile: Profile, turn: number, { today }: Calendar): Step[] {
  const codes = new Map(profile.items.map((item) => [item.code, item.taxCode]));
  const bill = workday(addDays(date, 7));
  const reference = `FC-${String(2100 + turn * 17)}`;
  const lines = (answerOf: Recorded) =>
    (answerOf(key).lines ?? []).map(({ code, quantity, cost }, i) => ({
      receipt: { goodsReceiptId: answerOf(key).id, line: i + 1, quantity },
      taxCode: codes.get(code) ?? 'IVA-G',
      net: cents(cost) + (i === 0 && turn % DEARER === 1 ? Math.round((cents(cost) * DEARER_PERCENT) / 100) : 0),
    }));
  return billSteps({ key: `${key}.bill`, supplier: 'supplier.goods', date: bill, reference, lines, paidAfter: 30 }, today);
}

const NOTES = {
  damage: 'Rota en el traslado',
  theft: 'Falta en el recuento de tienda',
  count: 'Recuento mensual',
  sample: 'Muestra para un cliente',
} as const;

/** Counts that found a piece too few or too many, each of another item. */
function adjustments(profile: Profile, calendar: Calendar): Step[] {
  const chance = new Chance(`${profile.tenant} counts`);
  return chance
    .draw(
      goodsOf(profile).filter((item) => !item.scarce),
      ADJUSTMENTS,
    )
    .map((item, i) => {
      const date = calendar.ago(chance.whole(1, 130));
      const reason = chance.pick(Object.keys(NOTES) as (keyof typeof NOTES)[]);
      const quantity = reason === 'count' ? '1' : String(-chance.whole(1, 2));
      return {
        key: `count.${i}`,
        date,
        phase: 'stock' as const,
        role: 'warehouse' as const,
        ask: (answerOf) => ({
          route: '/stock-adjustments',
          body: { itemId: answerOf(`item.${item.code}`).id, warehouse: 'main', date, quantity, reason, note: NOTES[reason] },
        }),
      };
    });
}

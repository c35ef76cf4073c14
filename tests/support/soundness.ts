import { type Item, recordsOfTenant } from './snapshot.ts';

interface Line {
  readonly account: string;
  readonly amount: number;
}
interface Entry {
  readonly period: string;
  readonly shard: number;
  readonly seq: number;
  readonly lines: readonly Line[];
}
interface OrderLine {
  readonly itemId: string;
  readonly kind: string;
  readonly quantity: string;
  readonly shipped: string;
  readonly givenUp?: string;
  readonly backordered?: string;
}

const total = <T>(all: readonly T[], value: (item: T) => number): number => all.reduce((sum, item) => sum + value(item), 0);
/** Quantities in thousandths. */
const thousandths = (text: string): number => Math.round(Number(text) * 1000);
/** What is still to be shipped of a line. */
const toShip = ({ quantity, shipped, givenUp = '0' }: OrderLine): number =>
  thousandths(quantity) - thousandths(shipped) - thousandths(givenUp);

/**
 * What does not add up in a company's records; empty in a sound one. Computed here from the records alone, so that it
 * does not share a fault with the code under test.
 * @param openingStock value of goods that a test put into stock past the books, in cents.
 */
export function faultsOf(records: readonly Item[], openingStock = 0): string[] {
  const of = (kind: string): Item[] => records.filter((record) => record.kind === kind);
  const entries = records.flatMap((r) => (r.data.entry ? [{ id: r.id, entry: r.data.entry as Entry }] : []));
  const balance = (account: string) =>
    total(entries, ({ entry }) =>
      total(
        entry.lines.filter((l) => l.account === account),
        (l) => l.amount,
      ),
    );
  const faults: string[] = [];
  const expectEqual = (what: string, found: number, wanted: number) => {
    if (found !== wanted) faults.push(`${what}: ${found}, not ${wanted}`);
  };
  for (const { id, entry } of entries)
    expectEqual(
      `sum of the entry of ${id}`,
      total(entry.lines, (l) => l.amount),
      0,
    );
  expectEqual(
    'account 300 and the value of stock',
    balance('300') + openingStock,
    total(of('stock'), (s) => s.data.value),
  );
  const open = (kind: string) => total(of(kind), (d) => d.data.open);
  expectEqual('account 430 and the open items', balance('430'), open('invoice') - open('credit-note') - open('receipt'));
  const owed = open('supplier-bill') - open('supplier-credit-note') - open('supplier-payment');
  expectEqual('accounts 400, 410 and 4650 and the open items', balance('400') + balance('410') + balance('4650'), -owed);
  return [
    ...faults,
    ...shardFaults(of('period'), entries),
    ...seriesFaults(of('invoice')),
    ...seriesFaults(of('credit-note')),
    ...stockFaults(of('stock'), of('order'), of('hold')),
    ...creditFaults(records),
    ...withheldFaults(records),
  ];
}

/** Each shard of a period has the entries 1, 2, 3… up to its gate's count, each once. */
function shardFaults(gates: readonly Item[], entries: readonly { id: string; entry: Entry }[]): string[] {
  return gates.flatMap(({ id, data }) => {
    const numbers = entries
      .filter(({ entry }) => entry.period === data.period && entry.shard === data.shard)
      .map(({ entry }) => entry.seq)
      .sort((a, b) => a - b);
    const sound = numbers.length === data.seq && numbers.every((seq, i) => seq === i + 1);
    return sound ? [] : [`${id} counts ${data.seq} entries, the documents have ${numbers.join(' ')}`];
  });
}

/** Each series runs 1, 2, 3… without a gap. */
function seriesFaults(bills: readonly Item[]): string[] {
  const series = Map.groupBy(bills, ({ data }) => String(data.number).split('-')[0] ?? '');
  return [...series].flatMap(([name, all]) => {
    const numbers = all.map(({ data }) => Number(String(data.number).split('-')[1])).sort((a, b) => a - b);
    return numbers.every((number, i) => number === i + 1) ? [] : [`series ${name}: ${numbers.join(' ')}`];
  });
}

/** What an order still needs of each stock record: what a long order half-way holds, or what a placed one has not shipped. */
function needs({ id, data }: Item, holds: readonly Item[]): (readonly [stockId: string, thousandths: number])[] {
  const held = holds
    .filter((hold) => hold.data.orderId === id)
    .flatMap((hold) => (hold.data.quantities as [string, string][]).map(([stock, quantity]) => [stock, thousandths(quantity)] as const));
  if (data.state === 'placing') return held;
  const isReleasing = data.pendingOperation?.kind === 'release';
  if (data.state !== 'placed' && data.state !== 'closed' && !isReleasing) return [];
  const open = (data.lines as readonly OrderLine[])
    .filter((line) => line.kind === 'stocked')
    .map((line) => [`stk_${line.itemId.slice(4)}.${data.warehouse}`, toShip(isReleasing ? { ...line, givenUp: '0' } : line)] as const);
  return isReleasing ? [...open, ...held.map(([stock, quantity]) => [stock, -quantity] as const)] : open;
}

/** Reserved is what orders need; no value without goods. */
function stockFaults(stocks: readonly Item[], orders: readonly Item[], holds: readonly Item[]): string[] {
  const wanted = new Map<string, number>();
  for (const [id, quantity] of orders.flatMap((order) => needs(order, holds))) wanted.set(id, (wanted.get(id) ?? 0) + quantity);
  return stocks.flatMap(({ id, data }) => {
    const needed = wanted.get(id) ?? 0;
    const faults: string[] = [...waitingFaults(data, orders)];
    if (thousandths(data.reserved) !== needed) faults.push(`${data.code}: ${data.reserved} reserved, orders need ${needed / 1000}`);
    if (data.value < 0 || thousandths(data.onHand) < 0) faults.push(`${data.code}: less than nothing on hand or in value`);
    if (thousandths(data.onHand) === 0 && data.value !== 0) faults.push(`${data.code}: none on hand, but a value of ${data.value}`);
    return faults;
  });
}

/** Nobody waits while goods are free, and for no more than they have open; who was told says so. */
function waitingFaults(data: Item['data'], orders: readonly Item[]): string[] {
  const backorders = (data.backorders ?? []) as readonly (readonly [orderId: string, waiting: string, told: string])[];
  const waiting = total(backorders, ([, quantity]) => thousandths(quantity));
  const free = thousandths(data.onHand) - (thousandths(data.reserved) - waiting);
  return [
    ...(waiting > 0 && free > 0 ? [`${data.code}: ${free / 1000} are free, while orders wait for ${waiting / 1000}`] : []),
    ...backorders.flatMap(([orderId, quantity, told]) => {
      const order = orders.find(({ id }) => id === orderId);
      const lines = ((order?.data.lines ?? []) as readonly OrderLine[]).filter((line) => line.itemId === data.itemId);
      const says = total(lines, (line) => thousandths(line.backordered ?? '0'));
      const open = total(lines, toShip);
      // While a long order is placed, its record does not say it yet.
      const isTold = order?.data.pendingOperation || says === Math.min(open, thousandths(told));
      return thousandths(quantity) <= open && isTold
        ? []
        : [`${orderId} waits for ${quantity} of ${data.code} (told ${told}), says ${says / 1000}, has ${open / 1000} open`];
    }),
  ];
}

/** A limit's exposure is what is ordered and not invoiced, and what is open, less credits. */
function creditFaults(records: readonly Item[]): string[] {
  const mine = (kind: string, customerId: string) => records.filter((r) => r.kind === kind && r.data.customerId === customerId);
  const gross = new Map(records.filter((r) => r.kind === 'invoice').map((r) => [r.id, r.data.totals.gross as number]));
  return records
    .filter((r) => r.kind === 'credit')
    .flatMap(({ id, data }) => {
      const customerId = `cus_${id.slice(4)}`;
      const active = mine('order', customerId).filter((o) => ['placed', 'placing'].includes(o.data.state));
      const ordered = total(active, (o) =>
        o.data.invoiceOn === 'order' && o.data.invoiceIds.length > 0
          ? 0
          : isThrough(o)
            ? 0
            : o.data.totals.gross - (o.data.withdrawn ?? 0) - total(o.data.invoiceIds as string[], (i) => gross.get(i) ?? 0),
      );
      const open = (kind: string) => total(mine(kind, customerId), (d) => d.data.open);
      const exposure = ordered + open('invoice') - open('credit-note') - open('receipt');
      return exposure === data.exposure ? [] : [`exposure of ${customerId}: ${data.exposure}, the documents say ${exposure}`];
    });
}

/** Shipped and invoiced to the last piece: nothing of it is still to come, whatever cents the parts were rounded by. */
const isThrough = (order: Item): boolean =>
  (order.data.lines as readonly OrderLine[]).every((l) => toShip(l) === 0) &&
  order.data.shipments.every((s: { invoiceId?: string; free?: true }) => s.invoiceId ?? s.free);

/** {@link faultsOf} a company, read from the table. */
export const soundnessOf = async (tenant: string, openingStock = 0): Promise<string[]> =>
  faultsOf(await recordsOfTenant(tenant), openingStock);

/** Of so much of a whole: half a cent away from zero. */
const share = (whole: number, part: number, of: number): number =>
  Math.sign(whole * part) * Math.floor((2 * Math.abs(whole * part) + of) / (2 * of));

/**
 * What a purchase declares of its withholding, of all days together: by its own day the whole; else the share that was settled, or as it
 * falls due all of it. Nothing where it was taken back.
 */
function declaredOf({ kind, data }: Item): number {
  const { withheld, totals, allocations } = data;
  const sign = kind === 'supplier-bill' ? 1 : -1;
  if (data.reversal) return 0;
  if (withheld.at === undefined || (withheld.at === 'due' && sign > 0)) return sign * withheld.amount;
  const settled = total(allocations as { amount: number }[], ({ amount }) => amount);
  return sign * share(withheld.amount, settled, totals.gross - withheld.amount);
}

/** What is withheld of each recipient is what its documents say. */
function withheldFaults(records: readonly Item[]): string[] {
  const sums = new Map<string, { found: number; wanted: number }>();
  const of = ({ name, taxId = name }: { name: string; taxId?: string }) => {
    const sum = sums.get(taxId) ?? { found: 0, wanted: 0 };
    sums.set(taxId, sum);
    return sum;
  };
  for (const record of records.filter(({ kind, data }) => /^supplier-(bill|credit-note)$/.test(kind) && data.entry && data.withheld)) {
    const { supplierName: name, supplierTaxId: taxId, issuer = { name, taxId } } = record.data;
    of(issuer).wanted += declaredOf(record);
  }
  for (const { data } of records.filter(({ kind, data }) => kind === 'withheld-sum' && data.party))
    for (const [name, amount] of Object.entries(data.figures as Record<string, number>))
      if (/:p?t$/.test(name)) of(data.party).found += amount;
  return [...sums].flatMap(([who, { found, wanted }]) => (found === wanted ? [] : [`withheld of ${who}: ${found}, not ${wanted}`]));
}

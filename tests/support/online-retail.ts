/**
 * What a file of the online retail data comes to, worked out from the text alone: no code of the product is used here,
 * so that it does not share a fault with what it checks. Amounts are in cents.
 */
export interface Sums {
  readonly rows: number;
  readonly documents: number;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly salesNet: number;
  readonly salesTax: number;
  readonly creditsNet: number;
  readonly creditsTax: number;
  readonly cashIn: number;
  readonly cashOut: number;
  readonly notTaken: Readonly<Record<string, number>>;
  /** Cost of the goods that were short when they were sold, nothing being in stock at the beginning. */
  readonly received: number;
  /** Returned rows that no earlier sale of the customer, item and price had enough left for. */
  readonly unreferenced: number;
  readonly customers: number;
  readonly items: number;
}

/** Cells of a line; a cell in quotation marks may hold commas, and a quotation mark twice. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"'));

/** Millionths of a decimal text. */
const millionths = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return (text.startsWith('-') ? -1n : 1n) * BigInt(whole + fraction.padEnd(6, '0'));
};
/** A positive number of `from`ths, half-up to whole ones. */
const halfUp = (value: bigint, from: bigint): number => Number((value * 2n + from) / (from * 2n));

interface Row {
  readonly document: string;
  readonly code: string;
  readonly quantity: number;
  readonly price: string;
  readonly customer: string;
}

const NOT_TAKEN = {
  'zero-price': (r: Row) => millionths(r.price) === 0n,
  'negative-price': (r: Row) => r.price.startsWith('-'),
  'negative-quantity': (r: Row) => !r.document.startsWith('C') && r.quantity < 0,
  'positive-quantity': (r: Row) => r.document.startsWith('C') && r.quantity > 0,
} as const;

const net = (r: Row): number => halfUp(millionths(r.price) * BigInt(Math.abs(r.quantity)), 10_000n);

export function sumsOf(csv: string): Sums {
  const rows = csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line): Row => {
      const [document = '', code = '', , quantity = '', , price = '', customer = ''] = cellsOf(line);
      return { document, code: code.trim().toUpperCase(), quantity: Number(quantity), price, customer: customer.replace(/\.0$/, '') };
    });
  const notTaken: Record<string, number> = {};
  const taken = rows.filter((row) => {
    const reason = Object.entries(NOT_TAKEN).find(([, holds]) => holds(row))?.[0];
    if (reason) notTaken[reason] = (notTaken[reason] ?? 0) + 1;
    return !reason;
  });
  const documents = Map.groupBy(taken, (row) => row.document);
  const sums = { salesNet: 0, salesTax: 0, creditsNet: 0, creditsTax: 0, cashIn: 0, cashOut: 0, invoices: 0, creditNotes: 0 };
  for (const [number, all] of documents) {
    const base = all.reduce((sum, row) => sum + net(row), 0);
    const tax = halfUp(BigInt(base) * 21n, 100n);
    const walkIn = all[0]?.customer === '';
    if (number.startsWith('C')) {
      sums.creditNotes += 1;
      sums.creditsNet += base;
      sums.creditsTax += tax;
      if (walkIn) sums.cashOut += base + tax;
    } else {
      sums.invoices += 1;
      sums.salesNet += base;
      sums.salesTax += tax;
      if (walkIn) sums.cashIn += base + tax;
    }
  }
  return {
    ...sums,
    ...goodsOf([...documents.values()]),
    rows: rows.length,
    documents: new Set(rows.map((row) => row.document)).size,
    notTaken,
    customers: new Set(taken.map((row) => row.customer).filter(Boolean)).size,
    items: new Set(taken.map((row) => row.code)).size,
  };
}

/** Plays the documents through: what is short comes in before it goes out; what comes back looks for its sale. */
function goodsOf(documents: readonly (readonly Row[])[]): Pick<Sums, 'received' | 'unreferenced'> {
  const onHand = new Map<string, number>();
  const sold = new Map<string, number>();
  let received = 0;
  let unreferenced = 0;
  for (const row of documents.flat()) {
    const stocked = /^\d{5}/.test(row.code);
    const sale = `${row.customer} ${row.code} ${millionths(row.price)}`;
    const have = onHand.get(row.code) ?? 0;
    if (row.document.startsWith('C')) {
      const count = sold.get(sale) ?? 0;
      const back = -row.quantity;
      if (count < back) unreferenced += 1;
      sold.set(sale, Math.max(0, count - back));
      if (stocked) onHand.set(row.code, have + back);
      continue;
    }
    sold.set(sale, (sold.get(sale) ?? 0) + row.quantity);
    if (!stocked) continue;
    const short = Math.max(0, row.quantity - have);
    // Price × 0.6 to ten-thousandths, then × quantity to cents.
    const unitCost = BigInt(halfUp(millionths(row.price) * 6n, 1000n));
    received += halfUp(unitCost * BigInt(short), 100n);
    onHand.set(row.code, have - Math.min(have, row.quantity));
  }
  return { received, unreferenced };
}

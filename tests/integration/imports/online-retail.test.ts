import { beforeAll, describe, expect, it } from 'vitest';
import { hasHledger, hledger, hledgerBalances } from '../../support/hledger.ts';
import { hasSamples, type ImportAnswer, newShop, sample, scanned } from '../../support/imports.ts';
import { books } from '../../support/ledger.ts';
import { type Sums, sumsOf } from '../../support/online-retail.ts';
import { projectCompany } from '../../support/projection.ts';
import type { Item } from '../../support/snapshot.ts';
import { faultsOf } from '../../support/soundness.ts';

const cents = (money: { amount: string }): number => Math.round(Number(money.amount) * 100);
const DAY = '2010-12-01';

/** What the import says that it has made, in the words of the independent sums. */
const figuresOf = ({ totals, ...done }: ImportAnswer) => ({
  rows: done.rowsDone,
  invoices: done.documents.sales,
  creditNotes: done.documents.returns,
  salesNet: cents(totals.sales.net),
  salesTax: cents(totals.sales.tax),
  creditsNet: cents(totals.credits.net),
  creditsTax: cents(totals.credits.tax),
  cashIn: cents(totals.cashReceived),
  cashOut: cents(totals.cashRefunded),
  received: cents(totals.goodsReceived),
  notTaken: done.notTaken,
  unreferenced: done.unreferencedReturns,
});

const figures = ({ documents, customers, items, ...sums }: Sums) => sums;

/** What the records themselves say. */
function madeIn(records: readonly Item[]) {
  const of = (kind: string) => records.filter((record) => record.kind === kind).map(({ data }) => data);
  const sum = (kind: string, value: (data: Item['data']) => number) => of(kind).reduce((total, data) => total + value(data), 0);
  return {
    invoices: of('invoice').length,
    creditNotes: of('credit-note').length,
    salesNet: sum('invoice', (i) => i.totals.net),
    salesTax: sum('invoice', (i) => i.totals.tax),
    creditsNet: sum('credit-note', (n) => n.totals.net),
    creditsTax: sum('credit-note', (n) => n.totals.tax),
    cashIn: sum('receipt', (r) => r.amount),
    cashOut: sum('refund', (r) => r.amount),
    received: sum('goods-receipt', (g) => g.total),
    open: sum('invoice', (i) => i.open) - sum('credit-note', (n) => n.open) - sum('receipt', (r) => r.open),
    stock: sum('stock', (s) => s.value),
  };
}

/** Trial balance, open items, stock and journal agree with each other, with hledger, and with the file. */
async function expectBooks(tenant: string, sums: Sums, date: string): Promise<void> {
  const records = await scanned(tenant);
  const made = madeIn(records);
  expect(made).toMatchObject({
    salesNet: sums.salesNet,
    salesTax: sums.salesTax,
    creditsNet: sums.creditsNet,
    creditsTax: sums.creditsTax,
    cashIn: sums.cashIn,
    cashOut: sums.cashOut,
    received: sums.received,
    open: sums.salesNet + sums.salesTax - sums.cashIn - (sums.creditsNet + sums.creditsTax - sums.cashOut),
  });
  expect(faultsOf(records)).toEqual([]);
  await projectCompany(tenant);
  const trial = await books(tenant, 'getTrialBalance', { query: { date, consistent: 'true' } });
  expect(trial.body).toMatchObject({ balanced: true });
  const balances = new Map<string, number>(
    trial.body.rows.map((row: { account: string; closing: { amount: string } }) => [row.account, cents(row.closing)]),
  );
  expect([balances.get('430'), balances.get('300')]).toEqual([made.open, made.stock]);
  expect(-(balances.get('477') ?? 0)).toBe(sums.salesTax - sums.creditsTax);
  expect(balances.get('570') ?? 0).toBe(sums.cashIn - sums.cashOut);
  if (!hasHledger) return;
  const file = await books(tenant, 'createExport', { body: { kind: 'journal-hledger' } });
  const journal = await (await fetch(file.body.url)).text();
  hledger(journal, 'check', '--strict');
  expect(hledgerBalances(journal)).toEqual(new Map([...balances].filter(([, balance]) => balance !== 0)));
}

describe.skipIf(!hasSamples)('a day of the online retail data (skipped where the sample folder is absent)', () => {
  let shop: Awaited<ReturnType<typeof newShop>>;
  let done: ImportAnswer;
  const sums = () => sumsOf(sample(DAY));

  beforeAll(async () => {
    shop = await newShop();
    done = await shop.import(sample(DAY), { fileName: `${DAY}.csv` });
  }, 200_000);

  it('comes to what the file says', () => {
    expect(done, JSON.stringify(done.error)).toMatchObject({ status: 'done', rows: 3108, rowsDone: 3108 });
    // Worked out by hand from the file, and again by the independent sums.
    expect(sums()).toMatchObject({
      rows: 3108,
      documents: 143,
      invoices: 127,
      salesNet: 5_896_079,
      creditNotes: 6,
      creditsNet: 32_523,
      notTaken: { 'zero-price': 10 },
    });
    expect(figuresOf(done)).toEqual(figures(sums()));
    // In 2010 nobody but retailers might leave the recipient out, and the file names none.
    expect(done.recipientMissing).toBe(127);
    expect(done.milliseconds).toBeLessThan(180_000);
  });

  it('agrees with the books, and those with hledger', () => expectBooks(shop.tenant, sums(), '2010-12-31'), 120_000);

  it('reports on every row', async () => {
    const rows = await shop.rows(done.id);
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 3108 }, (_, i) => i + 2));
    const zero = await shop.rows(done.id, { outcome: 'not-taken' });
    expect(zero.map((row) => row.reason)).toEqual(Array.from({ length: 10 }, () => 'zero-price'));
    expect(rows[0]).toMatchObject({ document: '536365', outcome: 'sold', code: '85123A', quantity: '6', price: '2.55' });
    expect(rows[0].invoiceId).toBe('inv_F2010-000001');
    const links = (await shop.report(done.id)).body;
    const json = JSON.parse(await (await fetch(links.json.url)).text());
    expect([json.rows.length, json.documents.length]).toEqual([3108, 143]);
    const csv = (await (await fetch(links.csv.url)).text()).trim().split('\n');
    expect(csv.length).toBe(3109);
  }, 60_000);

  it('takes walk-ins’ money at once, leaves customers’ invoices open, and closes what is through', async () => {
    const records = await scanned(shop.tenant);
    const orders = records.filter(({ kind }) => kind === 'order').map(({ data }) => data);
    const walkIns = orders.filter((order) => order.customerId === shop.walkInCustomerId);
    expect(walkIns.length).toBeGreaterThan(0);
    expect(new Set(walkIns.map((order) => order.state))).toEqual(new Set(['closed']));
    expect(new Set(orders.filter((o) => !walkIns.includes(o)).map((o) => o.state))).toEqual(new Set(['placed']));
    expect(
      orders
        .map((order) => order.lines.length)
        .sort((a, b) => b - a)
        .slice(0, 2),
    ).toEqual([592, 527]);
  });

  it('creates nothing when the file, a part of it, or an overlapping one comes again', async () => {
    const before = JSON.stringify(madeIn(await scanned(shop.tenant)));
    const again = await shop.import(sample(DAY));
    expect(again).toMatchObject({
      status: 'done',
      documents: { sales: 0, returns: 0, already: 133, changed: 0, notTaken: 10 },
      rowsByOutcome: { sold: 0, returned: 0, already: 3098, changed: 0, notTaken: 10 },
    });
    const [header = '', ...lines] = sample(DAY).trim().split('\n');
    // Two whole documents, and one of which a price has changed.
    const changed = lines
      .filter((line) => line.startsWith('536367,'))
      .map((line, i) => (i === 0 ? line.replace(',1.69,', ',1.70,') : line));
    expect(changed[0]).toContain(',1.70,');
    const part = [header, ...lines.filter((line) => /^53636[56],/.test(line)).reverse(), ...changed].join('\n');
    const partly = await shop.import(part);
    expect(partly).toMatchObject({ documents: { sales: 0, returns: 0, already: 2, changed: 1, notTaken: 0 } });
    const rows = await shop.rows(partly.id, { outcome: 'changed' });
    expect(rows.length).toBe(changed.length);
    expect(rows[0]).toMatchObject({ document: '536367', reason: 'changed' });
    expect(JSON.stringify(madeIn(await scanned(shop.tenant)))).toBe(before);
  }, 120_000);
});

describe.skipIf(!hasSamples || !process.env.TRASTIENDA_ALL_DAYS)('all seven days (only with TRASTIENDA_ALL_DAYS=1)', () => {
  it('come to what the files say, one after the other', async () => {
    const shop = await newShop();
    const days = ['01', '02', '03', '05', '06', '07', '08'].map((day) => `2010-12-${day}`);
    let all = '';
    for (const day of days) {
      const done = await shop.import(sample(day), { fileName: `${day}.csv` });
      expect(done.status, JSON.stringify(done.error)).toBe('done');
      process.stdout.write(`${day}: ${done.rows} rows, ${Object.values(done.documents).slice(0, 2)} documents, ${done.milliseconds} ms\n`);
      const text = sample(day).trim().split('\n');
      all += `${all ? text.slice(1).join('\n') : text.join('\n')}\n`;
    }
    await expectBooks(shop.tenant, sumsOf(all), '2010-12-31');
  }, 900_000);
});

import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, vi } from 'vitest';
import { handler as analysis } from '../../functions/finance/analysis/commands.ts';
import { handler as assets } from '../../functions/finance/assets/commands.ts';
import { handler as recurrence } from '../../functions/finance/recurrence/commands.ts';
import { openPosting } from '../../functions/finance/service.ts';
import { BankLines } from '../../shared/domain/finance/banking/bank-line.ts';
import { ManualEntries } from '../../shared/domain/finance/ledger/manual-entry.ts';
import { PeriodSequences, sequencesOfYear } from '../../shared/domain/finance/ledger/period-sequence.ts';
import { balancesKey } from '../../shared/domain/finance/ledger/projection.ts';
import { Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { PayrollRuns } from '../../shared/domain/hr/payroll/payroll-run.ts';
import { GoodsReceipts } from '../../shared/domain/inventory/stock/goods-receipt.ts';
import { stockId } from '../../shared/domain/inventory/stock/stock.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { assertDefined } from '../../shared/kernel/assert.ts';
import { create, type RecordType, type Stored, update } from '../../shared/kernel/record.ts';
import { dynamo, marshall, tableName, unmarshall } from '../../shared/runtime/dynamo.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { norma43 } from './bank-samples.ts';
import { bankingOf } from './banking.ts';
import { call } from './call.ts';
import { currenciesOf, money } from './currencies.ts';
import { goodsOf } from './goods.ts';
import { eur, postLines } from './ledger.ts';
import { useMemoryBucket } from './memory-bucket.ts';
import { closesOf } from './month-close.ts';
import { payablesOf } from './payables.ts';
import { payrollOf } from './payroll.ts';
import { projectCompany } from './projection.ts';
import { putRaw, rawItem } from './raw-items.ts';
import { receivablesOf } from './receivables.ts';
import { newSeller } from './seller.ts';

export type ClosingTwin = Awaited<ReturnType<typeof closingTwin>>;

/** A company with a month in which all agrees: goods, three invoices, two bills, an asset, a bank statement, a deferral. */
export async function closingTwin(projects?: () => Promise<void>) {
  const seller = await newSeller([]);
  const { tenant, customerId, records } = seller;
  const project = projects ?? (() => projectCompany(tenant));
  const goods = goodsOf(tenant);
  await goods.prepare(['C0']);
  const [sales, bills, banking, closes] = [receivablesOf(tenant), payablesOf(tenant), bankingOf(tenant), closesOf(tenant, project)];
  for (const by of ['ana', 'bea']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
  const post = async (date: string, ...lines: readonly (readonly [string, string])[]) => {
    const answer = await postLines(tenant, date, 'Asiento', ...lines);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  };
  await post('2026-03-02', ['572', '5000.00'], ['217', '1200.00'], ['100', '-6200.00']);
  const receipt = (await goods.receive([['C0', '10', '10.00']])).id;
  /** An entry past everything that would refuse it, as by a hand in the table: its balances follow. */
  const plant = async (date: string, ...lines: readonly (readonly [account: string, cents: number])[]) => {
    const document = idFrom('man', tenant, `${date} ${lines.join()}`);
    const posting = await openPosting(records, { date, document });
    const entry = posting.add(
      'Asiento',
      lines.map(([account, amount]) => ({ account, amount })),
    );
    await records.commit([create(ManualEntries, document, { date, text: 'Asiento', entry }), ...posting.changes()]);
  };
  const invoices: string[] = [];
  for (const net of ['100', '200', '300']) invoices.push((await sales.invoice(customerId, net)).id);
  const supplier = await bills.supplier({ taxId: 'B58378431' });
  const bill = await bills.bill(supplier.id, 'A-1', '50.00');
  const ask = (handler: Parameters<typeof call>[0], route: string, body: object) => call(handler, route, route, { tenant, body });
  const asset = await ask(assets, 'POST /assets', {
    ...{ name: 'Servidor', account: '217', cost: { amount: '1200.00', currency: 'EUR' } },
    ...{ inUseOn: '2026-03-01', method: 'straight-line', percent: '25' },
  });
  expect(asset.status, JSON.stringify(asset.body)).toBe(201);
  const depreciate = () => ask(assets, 'POST /assets/depreciation', { until: '2026-03-31' });
  const raw = async (kind: string, id: string, change: (data: Record<string, unknown>) => object) => {
    const item = await rawItem({ tenant, kind, id });
    await putRaw({ ...item, data: { ...item.data, ...change(item.data) } });
  };
  /** A record that a hand has changed. */
  const changed = async <T extends object>(type: RecordType<T>, id: string, change: (record: Stored<T>) => Stored<T>) => {
    const record = await records.getOrThrow(type, id);
    await records.commit([update(type, record, change(record))]);
  };
  /** The books of the year before are open too. */
  const openLastYear = async () => {
    await records.commit(sequencesOfYear('2025').map(({ id, data }) => create(PeriodSequences, id, data)));
    await changed(Companies, COMPANY_ID, (of) => ({ ...of, fiscalYears: ['2025', '2026'] }));
  };
  /** What each line of the budget of 2026 has in March; nothing in the other months. */
  const budget = async (...lines: readonly (readonly [account: string, march: string, more?: object])[]) => {
    const body = {
      lines: lines.map(([account, march, more]) => ({
        ...{ account, ...more },
        months: Array.from({ length: 12 }, (_, i) => eur(i === 2 ? march : '0.00')),
      })),
    };
    const answer = await call(analysis, 'PUT /budgets/2026', 'PUT /budgets/{year}', { tenant, body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  /** Clara is paid 1,714.29 a month, a fourteenth of 24,000.00, by runs that two people approve. */
  const pay = async () => {
    useMemoryBucket();
    const payroll = payrollOf(tenant);
    await payroll.letIn();
    await payroll.employ({ givenName: 'Clara', taxId: '12345678Z', iban: 'ES7921000813610123456789', startDate: '2026-01-01' });
    await payroll.pay('2026-02');
    return { payroll, run: await payroll.pay('2026-03') };
  };
  return {
    ...{ ...seller, sales, bills, banking, closes, post, plant, goods, receipt, invoices, supplier, bill },
    ...{ project, pay, ask, depreciate, raw, changed, openLastYear, budget },
  };
}

/** Checks that fail, once all of the month were looked at in a rehearsal. */
export async function failedChecks({ closes }: ClosingTwin): Promise<Record<string, string[]>> {
  const { id } = await closes.start('bea', '2026-03', true);
  expect(await closes.run(id)).toBe('end');
  const { checks } = await closes.read(id);
  const found = checks.filter(({ state }: { state: string }) => state === 'failed');
  return Object.fromEntries(
    found.map(({ check, items }: { check: string; items: { text: string; amount?: { amount: string } }[] }) => [
      check,
      items.map(({ text, amount }) => [text, amount?.amount].filter(Boolean).join(' ')),
    ]),
  );
}

/** What the account of the bank has in the books, as its statement begins. */
const MARCH = { from: '2026-03-01', to: '2026-03-31', opening: 500_000 };

/** A bill of 100 dollars, of a day on which a dollar is 80 cents. */
async function dollars({ tenant, bills }: ClosingTwin) {
  const currencies = currenciesOf(tenant);
  await currencies.rate('2026-03-10', { USD: '0.80' });
  const supplier = await bills.supplier({ name: 'Chennai Looms', country: 'IN', account: '400', expenseAccount: '600', taxCode: 'EXENTO' });
  await bills.bill(supplier.id, 'CL-1', '100.00', {
    ...{ date: '2026-03-10', receivedOn: '2026-03-10', lines: [{ net: money('100.00', 'USD') }] },
  });
  return currencies;
}

/** A balance of the month that lost a cent of its debits. */
async function brokenFold({ tenant, project }: ClosingTwin) {
  await project();
  const Key = marshall({ pk: balancesKey(tenant, '2026'), sk: '622' });
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: tableName(), Key }));
  const row = unmarshall(Item ?? {});
  const field = Object.keys(row).find((name) => /^d03/.test(name)) ?? '';
  await putRaw({ ...row, [field]: Number(row[field]) + 1 });
}

/** An entry of which a hand in the table has changed one letter. */
async function flippedByte({ tenant, post, project }: ClosingTwin) {
  const { id } = await post('2026-03-03', ['570', '1.00'], ['100', '-1.00']);
  await project();
  const item = await rawItem({ tenant, kind: 'manual-entry', id: id.slice('je_'.length) });
  await putRaw(JSON.parse(JSON.stringify(item).replaceAll('Asiento', 'Asientp')));
}

/** A fault, the checks that have to find it, and what of it they name. */
export interface PlantedFault {
  /** The asset is not depreciated before. */
  readonly early?: true;
  readonly plant: (company: ClosingTwin) => Promise<unknown>;
  readonly finds: Readonly<Record<string, readonly (string | RegExp)[]>>;
}

export const FAULTS: Readonly<Record<string, PlantedFault>> = {
  'an invoice that was not issued': {
    plant: ({ sales, customerId }) => sales.draft(customerId, '70', { date: '2026-03-15' }),
    finds: { drafts: [/./] },
  },
  'a shipment that nobody has billed': {
    plant: async ({ place, ship, goods, changed }) => {
      const order = await place([{ itemId: goods.itemId('C0'), quantity: '1' }]);
      await ship(order.id);
      await changed(Orders, order.id, (each) => ({ ...each, shipments: each.shipments.map(({ invoiceId: _, ...shipment }) => shipment) }));
    },
    finds: { shipments: [/^P-/] },
  },
  'a number that no document has': {
    plant: async ({ records, invoices: [first = ''] }) => {
      const { entry: posted, ...invoice } = await records.getOrThrow(Invoices, first);
      const entry = assertDefined(posted, 'an invoice is posted');
      for (const id of ['inv_Z2026-000001', 'inv_Z2026-000003']) {
        const posting = await openPosting(records, { date: entry.date, document: id });
        const copy = { ...invoice, entry: posting.add(entry.text, entry.lines) };
        await records.commit([create(Invoices, id, copy), ...posting.changes()]);
      }
    },
    finds: { numbers: ['Z2026-000002'] },
  },
  'a bill that was entered twice': {
    plant: async ({ bills }) => {
      const { id } = await bills.supplier({ name: 'Cristalería Soto', taxId: 'A58818501' });
      for (const [reference, date] of [
        ['B-1', '2026-03-04'],
        ['B-01', '2026-03-10'],
      ] as const)
        await bills.bill(id, reference, '50.00', { date, receivedOn: date });
    },
    finds: { duplicates: ['B-1 · B-01 60.50'] },
  },
  'a cent that customers owe and the account does not say': {
    plant: ({ changed, invoices: [first = ''] }) => changed(Invoices, first, (invoice) => ({ ...invoice, open: invoice.open - 1 })),
    finds: { receivables: ['430 -0.01'] },
  },
  'a cent more on what suppliers are owed': {
    plant: ({ plant }) => plant('2026-03-20', ['622', 1], ['410', -1]),
    finds: { payables: ['400 + 410 + 4650 -0.01'] },
  },
  'a piece that is worth a cent more than the account says': {
    plant: ({ raw, goods }) => raw('stock', stockId(goods.itemId('C0'), 'main'), ({ value }) => ({ value: Number(value) + 1 })),
    finds: { stock: ['300 0.01'] },
  },
  'an asset that the books have, and the register not': {
    plant: ({ plant }) => plant('2026-03-20', ['217', 1], ['572', -1]),
    finds: { assets: ['20–22 -0.01'] },
  },
  'a cent on 477 that no return declares': {
    plant: ({ plant }) => plant('2026-03-20', ['477', -1], ['678', 1]),
    finds: { vat: [/477.*-?0\.01$/] },
  },
  'a cent on 4751 that no form declares': {
    plant: ({ plant }) => plant('2026-03-20', ['4751', -1], ['678', 1]),
    finds: { withheld: [/4751/] },
  },
  'a line of the bank that is nothing in the books': {
    plant: async ({ banking }) => {
      await banking.account();
      await banking.take(norma43([{ date: '2026-03-20', amount: -350, text: 'COMISION' }], MARCH));
    },
    finds: { 'bank-lines': [/-3\.50$/] },
  },
  'an amount that nobody has said what it is of': {
    plant: ({ post }) => post('2026-03-20', ['572', '60.50'], ['555', '-60.50']),
    finds: { suspense: ['555 -60.50'] },
  },
  'goods to be billed that nothing explains': {
    plant: ({ changed, receipt }) =>
      changed(GoodsReceipts, receipt, (goods) => ({
        ...goods,
        lines: goods.lines.map((each) => ({ ...each, unitCost: '10.01', cost: 10_010 })),
      })),
    finds: { unbilled: [/^4009/] },
  },
  'an entry that should have been repeated': {
    plant: async ({ post, ask }) => {
      const entry = await post('2026-02-10', ['621', '10.00'], ['572', '-10.00']);
      vi.setSystemTime(new Date('2026-03-05T10:00:00Z'));
      const made = await ask(recurrence, 'POST /recurring-entries', { entryId: entry.id, every: 'month', next: '2026-03-10' });
      vi.setSystemTime(new Date('2026-04-06T10:00:00Z'));
      expect(made.status, JSON.stringify(made.body)).toBe(201);
    },
    finds: { accruals: ['Asiento'] },
  },
  'a deferral of which the month has taken nothing': {
    plant: ({ post }) => post('2026-02-10', ['480', '120.00'], ['572', '-120.00']),
    finds: { deferrals: ['480 120.00'] },
  },
  'a customer who has paid more than they owe': {
    plant: ({ sales, customerId }) => sales.receipt(customerId, '2000.00'),
    finds: { 'customer-credits': [/-?\d+\.\d\d$/] },
  },
  'goods of which there is less than nothing': {
    plant: ({ raw, goods }) => raw('stock', stockId(goods.itemId('C0'), 'main'), () => ({ onHand: '-1' })),
    finds: { 'negative-stock': [/C0/] },
  },
  'a balance that its entries do not come to': {
    plant: (twin) => brokenFold(twin),
    finds: { balances: [/./] },
  },
  'an entry of which a byte was changed': {
    plant: (twin) => flippedByte(twin),
    finds: { proof: ['Asientp'] },
  },
  'an asset that is not depreciated': {
    plant: async () => undefined,
    early: true,
    // A quarter of 1,200.00 a year by days: 31 of 365.
    finds: { depreciation: ['Servidor 25.48'] },
  },
  'a line of the bank that is not what its statement says': {
    plant: async ({ banking, changed }) => {
      const { id } = await banking.account();
      await banking.take(norma43([{ date: '2026-03-20', amount: -350, text: 'COMISION' }], MARCH));
      const [line] = await banking.lines(id);
      await changed(BankLines, line.id, (each) => ({ ...each, amount: each.amount - 1 }));
    },
    finds: { 'bank-lines': ['COMISION -3.51'], 'bank-ledger': ['CaixaBank 0.01'] },
  },
  'a supplier who was paid more than they are owed': {
    plant: async ({ bills, supplier }) => {
      await bills.ask('eva', 'GET /payables', undefined, { roles: ['owner'] });
      await bills.pay('eva', supplier.id, '100.00');
    },
    finds: { 'supplier-debits': ['Talleres Robla 39.50'] },
  },
  'a bill in dollars that is not valued': {
    plant: (twin) => dollars(twin),
    finds: { revaluation: [/USD/] },
  },
  'a valuation at a rate that its day does not have': {
    plant: async (twin) => {
      const currencies = await dollars(twin);
      await currencies.rate('2026-03-31', { USD: '0.90' });
      await currencies.done('ana', 'POST /revaluations', { month: '2026-03' });
      await currencies.rate('2026-03-31', { USD: '0.95' });
    },
    finds: { revaluation: ['USD 0.90 ≠ 0.95'] },
  },
  'an expense of which nobody has said why': {
    plant: ({ post }) => post('2026-03-20', ['629', '4000.00'], ['572', '-4000.00']),
    finds: { variance: ['629 4000.00'] },
  },
  'an account that the company wants to be empty, and is not': {
    plant: async ({ closes, post }) => {
      const own = [{ name: 'Nada en 551', accounts: '551', measure: 'balance', condition: 'equal', amount: eur('0.00') }];
      await closes.done('bea', 'PUT /closing/settings', { variance: { amount: eur('1000.00'), percent: 25 }, own });
      await post('2026-03-20', ['551', '12.00'], ['572', '-12.00']);
    },
    finds: { own: ['Nada en 551 12.00'] },
  },
  'an expense of last year that this one does not have': {
    plant: async ({ openLastYear, post }) => {
      await openLastYear();
      await post('2025-03-20', ['623', '4000.00'], ['572', '-4000.00']);
    },
    finds: { 'variance-year': ['623 -4000.00'] },
  },
  'an income that was planned and has not come': {
    plant: ({ budget }) => budget(['70', '2600.00'], ['60', '150.00']),
    // 600.00 came in, and nothing of 60 was spent: the first is 2,000.00 short, the second within what nobody asks about.
    finds: { 'variance-budget': ['70 2000.00'] },
  },
  'a cent on what is owed to people that no pay run says': {
    plant: async ({ pay, plant }) => {
      await pay();
      await plant('2026-03-20', ['465', -1], ['678', 1]);
    },
    finds: { payroll: ['465 · Asiento -0.01'] },
  },
  'a pay run that posted a cent less than its slips come to': {
    plant: async ({ pay, changed }) => {
      const { run } = await pay();
      await changed(PayrollRuns, run.id, (of) => ({ ...of, totals: { ...of.totals, withheld: of.totals.withheld + 1 } }));
    },
    finds: { payroll: [/^NO-.* · 4751 0\.01$/] },
  },
};

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { CreditNotes, Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';

import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { DAY, newSeller } from '../../../support/seller.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeEach(() => table.clear());

/** A DNI with its letter. */
const dni = (n: number): string => `${String(n).padStart(8, '0')}${'TRWAGMYFPDXBNJZSQVHLCKE'[n % 23]}`;
const [ANA, LUIS, ROBLA, SUMA] = [dni(1), dni(2), dni(3), dni(4)];
const BALANCES = [
  'cuenta;nombre;debe;haber',
  '57200000;Bancos;5.000,00;',
  '43000001;Ana;1.210,00;',
  '43000002;Luis;300,00;',
  '40000007;Talleres Robla;;605,00',
  '41000001;Suma;;100,00',
  '10000000;Capital;;5.805,00',
].join('\n');
const ITEMS = [
  'Cuenta;NIF;Nombre;Factura;Fecha;Vencimiento;Importe',
  `43000001;${ANA};Ana;2025/0123;15/11/2025;15/12/2025;1.310,00`,
  `43000001;${ANA};Ana;R-2025/7;20/12/2025;;-100,00`,
  `43000002;${LUIS};Luis;2025/0140;2025-12-30;30/01/2026;300,00`,
  `40000007;${ROBLA};Talleres Robla;A-77;01/12/2025;;705,00`,
  `40000007;${ROBLA};Talleres Robla;AB-3;05/12/2025;;-100,00`,
  `41000001;${SUMA};Suma;9;10/12/2025;10/01/2026;100,00`,
].join('\n');

async function company() {
  const shop = await newSeller([['A', 10, 0]]);
  const open = (more: object = {}, asking: object = {}) =>
    shop.ask('openBooks', { body: { year: '2026', csv: BALANCES, items: ITEMS, createMissing: true, ...more }, ...asking });
  return { shop, open, payables: payablesOf(shop.tenant) };
}
type Row = { readonly params: { readonly why: string; readonly line: number } };
const whys = (body: { readonly faults: readonly Row[] }) => body.faults.map(({ params }) => `${params.line} ${params.why}`);

describe('documents that were open when the books began', () => {
  it('become invoices, bills and credits whose open amounts are the balances of their accounts', async () => {
    const { shop, open } = await company();
    const { status, body } = await open();
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body).toMatchObject({ date: '2026-01-01', documents: 6, created: 4 });
    const amounts = body.lines.map(({ account, debit, credit }: Record<string, { amount: string }>) => [
      account,
      debit?.amount,
      credit?.amount,
    ]);
    expect(amounts).toEqual([
      ['100', '0.00', '5805.00'],
      ['400', '0.00', '605.00'],
      ['410', '0.00', '100.00'],
      ['430', '1510.00', '0.00'],
      ['572', '5000.00', '0.00'],
    ]);
    const invoice = await shop.done('getInvoice', { path: ['inv_AP-2025-0123'] });
    expect(invoice).toMatchObject({
      number: '2025/0123',
      date: '2025-11-15',
      dueDate: '2025-12-15',
      state: 'overdue',
      open: { amount: '1310.00' },
      lines: [],
    });
    expect(invoice.totals).toMatchObject({ tax: { amount: '0.00' }, taxes: [] });
    expect(invoice.entry).toBeUndefined();
    expect(invoice.actions.creditInvoice).toMatchObject({ code: 'document.brought' });
    expect(await shop.records.getOrThrow(CreditNotes, 'crn_AP-R-2025-7')).toMatchObject({
      open: 100_00,
      reason: 'Saldo a favor anterior a la apertura',
    });
  });

  it('are paid, aged and owed as any other', async () => {
    const { shop, open, payables } = await company();
    expect((await open()).status).toBe(201);
    const { customerId } = await shop.records.getOrThrow(Invoices, 'inv_AP-2025-0123');
    const receipt = {
      customerId,
      date: DAY,
      method: 'bank',
      amount: eur('1310.00'),
      allocations: [{ invoiceId: 'inv_AP-2025-0123', amount: eur('1310.00') }],
    };
    await shop.done('recordReceipt', { body: receipt });
    expect(await shop.records.getOrThrow(Invoices, 'inv_AP-2025-0123')).toMatchObject({ open: 0 });
    const list = await payables.done('ana', 'GET /payables/bills');
    type Bill = { reference: string; open: { amount: string }; dueDate: string };
    expect(list.items.map(({ reference, open: left, dueDate }: Bill) => `${reference} ${left.amount} ${dueDate}`).sort()).toEqual([
      '9 100.00 2026-01-10',
      'A-77 705.00 2025-12-31',
    ]);
    const bill = list.items.find(({ reference }: Bill) => reference === 'A-77');
    await payables.pay('bea', bill.supplierId, '705.00', [{ billId: bill.id, amount: eur('705.00') }]);
    expect(await payables.done('ana', `GET /payables/bills/${bill.id}`)).toMatchObject({ state: 'paid' });
    // The supplier's number is taken.
    expect(
      await payables.refused('ana', 'POST /payables/bills', {
        ...{ supplierId: bill.supplierId, reference: 'A-77', date: '2025-12-20', receivedOn: '2026-01-05' },
        lines: [{ net: eur('1.00'), account: '600' }],
      }),
    ).toEqual([422, 'bill.twice', 'body.reference']);
  });

  it('must come to the balance of each account, told with both figures', async () => {
    const { open, shop } = await company();
    const { body } = await open({ items: ITEMS.replace('300,00', '300,01') });
    expect(body).toMatchObject({
      code: 'opening.items_differ',
      params: { account: '430', items: '1510.01', balance: '1510.00', difference: '0.01' },
    });
    expect((await shop.records.getOrThrow(Companies, COMPANY_ID)).opening).toBeUndefined();
    expect(await shop.records.get(Invoices, 'inv_AP-2025-0123')).toBeUndefined();
    // Without documents, accounts that documents keep take no balance.
    expect((await open({ items: undefined })).body).toMatchObject({ code: 'opening.faulty' });
  });

  it('have every fault told by line, and nothing is created', async () => {
    const { open, shop } = await company();
    const bad = [
      'cuenta;nif;nombre;factura;fecha;vencimiento;importe',
      `570;${ANA};Ana;1;01/12/2025;;1,00`,
      `430;;Ana;2;01/12/2025;;1,00`,
      `430;${ANA};Ana;---;01/12/2025;;1,00`,
      `430;${ANA};Ana;4;01/01/2026;;1,00`,
      `430;${ANA};Ana;5;02/12/2025;01/12/2025;1,00`,
      `430;${ANA};Ana;6;02/12/2025;;0`,
      `430;${ANA};Ana;7;02/12/2025;;1,00`,
      `430;${ANA};Ana;7;02/12/2025;;1,00`,
      `430;B99999999;Nadie;8;02/12/2025;;1,00`,
      `400;${ROBLA};;9;02/12/2025;;1,00`,
      `410;${ROBLA};;10;02/12/2025;;1,00`,
      `430;${ANA};Ana;F2026-000001;02/12/2025;;1,00`,
      `430;${ANA};Ana;11;02/12/2025`,
    ].join('\n');
    const { body } = await open({ items: bad });
    expect(body).toMatchObject({ code: 'opening.items_faulty', params: { count: 11 } });
    const wrong = ['account', 'tax_id', 'number', 'date', 'due', 'amount', 'twice', 'tax_id', 'party_account', 'series', 'columns'];
    expect(whys(body)).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 12, 13, 14].map((line, i) => `${line} ${wrong[i]}`));
    const unknown = await open({ createMissing: false });
    expect(whys(unknown.body)).toEqual([
      '2 party_unknown',
      '3 party_unknown',
      '4 party_unknown',
      '5 party_unknown',
      '6 party_unknown',
      '7 party_unknown',
    ]);
    expect(await shop.records.getMany(Invoices, ['inv_AP-2025-0123'])).toEqual([undefined]);
  });

  it('find who is known by tax id', async () => {
    const { open, shop, payables } = await company();
    const { id } = await shop.done('createCustomer', { body: { name: 'Ana de siempre', taxId: ANA, creditLimit: eur('5000.00') } });
    const robla = await payables.supplier({ taxId: ROBLA, account: '400' });
    const { body } = await open();
    expect(body).toMatchObject({ documents: 6, created: 2 });
    expect(await shop.records.getOrThrow(Invoices, 'inv_AP-2025-0123')).toMatchObject({
      customerId: id,
      customer: { name: 'Ana de siempre' },
    });
    expect(await shop.done('getCustomer', { path: [id] })).toMatchObject({ exposure: { amount: '1210.00' } });
    const list = await payables.done('ana', 'GET /payables/bills');
    expect(list.items.map(({ supplierId }: { supplierId: string }) => supplierId)).toContain(robla.id);
  });

  it('are taken back with the opening, unless one was paid; then the books are opened anew', async () => {
    const { open, shop } = await company();
    const { body: entry } = await open();
    const { customerId } = await shop.records.getOrThrow(Invoices, 'inv_AP-2025-0123');
    const allocations = [{ invoiceId: 'inv_AP-2025-0123', amount: eur('10.00') }];
    const receipt = await shop.done('recordReceipt', {
      body: { customerId, date: DAY, method: 'bank', amount: eur('10.00'), allocations },
    });
    const reverse = () => shop.ask('reverseEntry', { path: [entry.id], body: { date: '2026-01-01', reason: 'Otro fichero' } });
    expect((await reverse()).body).toMatchObject({ code: 'opening.settled', params: { document: 'inv_AP-2025-0123' } });
    // What had gone before the refusal is there again.
    expect(await shop.records.getOrThrow(Invoices, 'inv_AP-2025-0140')).toMatchObject({ open: 300_00 });
    await shop.done('reverseReceipt', { path: [receipt.id], body: { date: DAY, reason: 'Devuelto' } });
    expect((await reverse()).status).toBe(201);
    expect(await shop.records.getMany(Invoices, ['inv_AP-2025-0123', 'inv_AP-2025-0140'])).toEqual([undefined, undefined]);
    const again = await open();
    expect([again.status, again.body.created]).toEqual([201, 0]);
  });

  it('come once, whenever the same request is sent again', async () => {
    const { open, shop } = await company();
    const key = { key: 'opening-1' };
    const first = await open({}, key);
    const before = table.writes();
    expect((await open({}, key)).body).toMatchObject({ id: first.body.id, documents: 6 });
    expect(table.writes()).toBe(before);
    expect((await open()).body).toMatchObject({ code: 'opening.exists' });
    expect((await shop.records.getOrThrow(Companies, COMPANY_ID)).opening).toMatchObject({ year: '2026' });
  });
});

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('many documents', () => {
  /** So many invoices of 1.00 of one customer, and balances that they come to. */
  const many = (count: number) => ({
    csv: `cuenta;debe;haber\n430;${count},00;\n100;;${count},00\n`,
    items: [
      'cuenta;nif;nombre;factura;fecha;importe',
      ...Array.from({ length: count }, (_, i) => `430;${ANA};Ana;V-${i + 1};01/12/2025;1,00`),
    ].join('\n'),
  });
  const brought = async ({ shop }: Awaited<ReturnType<typeof company>>, count: number) =>
    (
      await shop.records.getMany(
        Invoices,
        Array.from({ length: count }, (_, i) => `inv_AP-V-${i + 1}`),
      )
    ).filter(Boolean).length;
  /** Fails the call after so many transactions. */
  const cutAfter = (transactions: number): void =>
    table.before('TransactWriteItems', async () => {
      if (transactions === 0) throw new Error('cut off');
      cutAfter(transactions - 1);
    });

  it('come in batches: two thousand of them in one request', async () => {
    const world = await company();
    const { status, body } = await world.open(many(2000));
    expect([status, body.documents, body.created]).toEqual([201, 2000, 1]);
    expect(await brought(world, 2000)).toBe(2000);
  });

  it('are all there once the request that was cut off is sent again', async () => {
    const world = await company();
    cutAfter(2);
    expect((await world.open(many(100), { key: 'again' })).status).toBe(500);
    expect(await brought(world, 100)).toBe(44);
    expect((await world.open(many(100))).body).toMatchObject({ code: 'opening.under_way' });
    const { status, body } = await world.open(many(100), { key: 'again' });
    expect([status, body.documents, await brought(world, 100)]).toEqual([201, 100, 100]);
    expect((await world.shop.done('listCustomers', {})).items.filter(({ taxId }: { taxId?: string }) => taxId === ANA)).toHaveLength(1);
  });

  it('are gone, and whoever was created for them, where nobody sends it again', async () => {
    const world = await company();
    cutAfter(2);
    expect((await world.open(many(100))).status).toBe(500);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 180_000 });
    const { status } = await world.open({ ...many(50), createMissing: false }).finally(() => vi.useRealTimers());
    expect([status, await brought(world, 100)]).toEqual([400, 0]);
    expect((await world.open(many(100))).body).toMatchObject({ documents: 100, created: 1 });
  });
});

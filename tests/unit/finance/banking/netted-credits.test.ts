import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { SupplierBills, SupplierCredits } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const USD_IBAN = 'ES7921000813610123456789';
const MARCH = { opening: 10_000_000, from: '2026-03-01', to: '2026-03-31' };
const usd = (amount: string) => money(amount, 'USD');
const eur = (amount: string) => money(amount, 'EUR');

async function company(policies: object = {}) {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, policies, 100_000_000);
  const [bank, sales, purchases, books] = [bankingOf(tenant), receivablesOf(tenant), payablesOf(tenant), currenciesOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  return { tenant, customerId, bank, sales, purchases, books };
}

/** A supplier who is owed 1,210.00, and owes 242.00. */
async function owed(policies?: object) {
  const shop = await company(policies);
  const { bank, purchases } = shop;
  const account = await bank.account();
  const supplier = await purchases.supplier();
  const bill = await purchases.bill(supplier.id, 'TR-77', '1000.00');
  const note = await purchases.done('ana', 'POST /payables/credit-notes', {
    ...{ supplierId: supplier.id, reference: 'TR-A-3', date: '2026-03-05', receivedOn: '2026-03-06', lines: [{ net: eur('200.00') }] },
  });
  const open = async () => [
    (await bank.records.getOrThrow(SupplierBills, bill.id)).open,
    (await bank.records.getOrThrow(SupplierCredits, note.id)).open,
  ];
  const told = async (amount: number, text = 'TRANSFERENCIA A TALLERES ROBLA TR-77') => {
    await bank.take(norma43([{ date: '2026-03-20', amount, text }], MARCH));
    return (await bank.lines(account.id))[0];
  };
  return { ...shop, account, supplier, bill, note, open, told };
}

it('a supplier is paid less their credit note: proposed and matched as it is, and undone both are open', async () => {
  const { bank, supplier, bill, note, open, told } = await owed();
  const line = await told(-96_800);
  const [proposal] = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect(proposal).toMatchObject({ tie: false, amount: eur('-968.00') });
  expect(proposal.parts).toEqual([
    {
      ...{ as: 'payment', supplierId: supplier.id, amount: eur('968.00') },
      allocations: [{ billId: bill.id, amount: eur('968.00') }],
      credits: [{ creditNoteId: note.id, billId: bill.id, amount: eur('242.00') }],
    },
  ]);
  const matched = await bank.match('bea', line.id, proposal.parts);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['410', '968.00', '0.00'],
      ['572', '0.00', '968.00'],
    ],
  ]);
  expect(await open()).toEqual([0, 0]);
  await bank.unmatch('bea', line.id);
  expect(await open()).toEqual([121_000, 24_200]);
});

it('the engine posts it where the company has it do so, and takes nothing that the supplier owes for a payment of ours', async () => {
  const { bank, account, open, told } = await owed({ bankMatching: 'post' });
  await told(-96_800);
  // Who has entered the bill pays it no more by a run than otherwise.
  expect((await bank.run(account.id)).counts).toMatchObject({ byEngine: 0, refused: 1 });
  const { id } = await bank.done('bea', 'POST /banking/match-runs', { bankAccountId: account.id });
  await bank.work(id);
  const run = await bank.done('bea', `GET /banking/match-runs/${id}`);
  expect(run.counts).toMatchObject({ byEngine: 1, refused: 0 });
  expect(await open()).toEqual([0, 0]);
  await bank.done('ana', `POST /banking/match-runs/${run.id}/undo`, {});
  await bank.work(run.id);
  expect(await open()).toEqual([121_000, 24_200]);
});

it('what a supplier pays back is proposed as that, posted by a person, and undone the credit note is there again', async () => {
  const { bank, account, supplier, note, purchases, open, told } = await owed({ bankMatching: 'post' });
  const line = await told(24_200, 'TRANSFERENCIA DE TALLERES ROBLA TR-A-3');
  const [proposal, ...others] = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect([proposal.parts, proposal.amount, others]).toEqual([
    [{ as: 'supplier-refund', supplierId: supplier.id, credits: [{ creditNoteId: note.id, amount: eur('242.00') }] }],
    eur('242.00'),
    [],
  ]);
  // By itself nothing is posted.
  expect((await bank.run(account.id)).counts).toMatchObject({ byEngine: 0 });
  expect(await open()).toEqual([121_000, 24_200]);
  const matched = await bank.match('bea', line.id, proposal.parts);
  expect(matched.match.parts).toMatchObject([{ as: 'supplier-refund', kind: 'supplier-refund', amount: eur('242.00') }]);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['572', '242.00', '0.00'],
      ['410', '0.00', '242.00'],
    ],
  ]);
  expect(await open()).toEqual([121_000, 0]);
  // It is listed, found by the supplier, and says which line of the bank brought it.
  const listed = async (query: Record<string, string> = {}) =>
    (await purchases.done('ana', 'GET /payables/refunds', undefined, { query })).items;
  const [refund, ...more] = await listed({ supplierId: supplier.id });
  expect([refund, more]).toMatchObject([
    { supplierName: supplier.name, amount: eur('242.00'), from: [note.id], bankLineId: line.id, state: 'received' },
    [],
  ]);
  expect(await listed({ q: 'robla' })).toHaveLength(1);
  expect(await listed({ q: 'otro' })).toHaveLength(0);
  expect((await purchases.done('ana', `GET /payables/refunds/${refund.id}`)).documents.map(({ id }: { id: string }) => id)).toContain(
    note.id,
  );
  // The statement of the supplier: 1,210.00 owed, 242.00 of the note off, and on again with the money.
  const owes = async () => (await purchases.done('ana', `GET /payables/suppliers/${supplier.id}/statement`)).closing;
  expect(await owes()).toEqual(eur('1210.00'));
  expect((await purchases.refused('ana', `POST /payables/credit-notes/${note.id}/reversal`, { reason: 'x' })).slice(0, 2)).toEqual([
    422,
    'document.settled',
  ]);
  expect((await bank.unmatch('bea', line.id)).undone).toMatchObject([{ as: 'supplier-refund', how: 'reversed' }]);
  expect([await open(), await owes()]).toEqual([[121_000, 24_200], eur('968.00')]);
  const [undone] = await listed();
  expect([undone.state, undone.reversal.id.slice(0, 4), undone.bankLineId]).toEqual(['reversed', 'prv_', undefined]);
  // A part of it alone, with what the bank kept.
  const part = (amount: string, creditNoteId = note.id) => ({
    ...{ as: 'supplier-refund', supplierId: supplier.id, credits: [{ creditNoteId, amount: eur(amount) }] },
  });
  const refused = async (...parts: object[]) => (await bank.refused('bea', `POST /banking/lines/${line.id}/match`, { parts })).slice(0, 2);
  expect(await refused(part('242.01'))).toEqual([422, 'allocation.too_much']);
  expect(await refused(part('200.00'))).toEqual([422, 'bank_line.sum']);
  await bank.match('bea', line.id, [part('200.00'), { as: 'entry', account: '769', amount: eur('42.00') }]);
  expect(await open()).toEqual([121_000, 4_200]);
});

it('a credit note that somebody used otherwise meanwhile is refused, and after undoing given back as far as the match used it', async () => {
  const { bank, purchases, supplier, bill, note, open, told } = await owed();
  await purchases.done('ana', `POST /payables/credit-notes/${note.id}/allocations`, {
    allocations: [{ billId: bill.id, amount: eur('42.00') }],
  });
  const line = await told(-96_800);
  const part = (used: string) => ({
    ...{ as: 'payment', supplierId: supplier.id, amount: eur('968.00'), allocations: [{ billId: bill.id, amount: eur('968.00') }] },
    credits: [{ creditNoteId: note.id, billId: bill.id, amount: eur(used) }],
  });
  expect((await bank.refused('bea', `POST /banking/lines/${line.id}/match`, { parts: [part('242.00')] })).slice(0, 2)).toEqual([
    422,
    'allocation.too_much',
  ]);
  await bank.match('bea', line.id, [part('200.00')]);
  expect(await open()).toEqual([0, 0]);
  await bank.unmatch('bea', line.id);
  expect(await open()).toEqual([116_800, 20_000]);
});

it('a credit note in dollars is taken off an invoice in dollars: each rate is told, and undone each has its dollars again', async () => {
  const { tenant, customerId, bank, sales, books } = await company();
  await ledger(tenant, 'createAccount', { body: { code: '5730001', name: 'Bank of Maine', currency: 'USD' } });
  const account = await bank.account({ name: 'Dólares', iban: USD_IBAN, account: '5730001', currency: 'USD' });
  await books.rate('2026-03-02', { USD: '1.10' });
  await books.rate('2026-03-10', { USD: '1.00' });
  await books.rate('2026-03-20', { USD: '1.25' });
  const issued = async (price: string, date: string) => {
    const lines = [{ name: 'Consulting', quantity: '1', price, taxCode: 'EXENTO' }];
    const draft = await sales.draft(customerId, '1', { date, currency: 'USD', lines });
    return sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
  };
  const invoice = await issued('1100', '2026-03-02');
  const returned = await issued('220', '2026-03-10');
  await sales.done('POST /receipts', {
    ...{ customerId, date: '2026-03-10', method: 'cash', amount: usd('220.00') },
    allocations: [{ invoiceId: returned.id, amount: usd('220.00') }],
  });
  const note = await sales.done(`POST /invoices/${returned.id}/credit-notes`, { reason: 'Error', date: '2026-03-12' });
  const openOf = async () => {
    const [one, credit] = [await bank.records.getOrThrow(Invoices, invoice.id), await bank.records.getOrThrow(CreditNotes, note.id)];
    return [one.open, one.foreign?.open, credit.open, credit.foreign?.open];
  };
  // 1,100 / 1.10, and 220 / 1.00.
  expect(await openOf()).toEqual([100_000, 110_000, 22_000, 22_000]);
  await bank.take(
    norma43([{ date: '2026-03-20', amount: 88_000, text: `CLIENTE DE PRUEBA ${invoice.number}` }], {
      ...{ ...MARCH, iban: USD_IBAN, currency: '840' },
    }),
  );
  const [line] = await bank.lines(account.id);
  const parts = [
    {
      ...{ as: 'receipt', customerId, amount: usd('880.00'), allocations: [{ invoiceId: invoice.id, amount: usd('880.00') }] },
      credits: [{ creditNoteId: note.id, invoiceId: invoice.id, amount: usd('220.00') }],
    },
  ];
  const proposals = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect(proposals.map((each: { parts: object }) => each.parts)).toContainEqual(parts);
  expect(
    await bank.refused('ana', `POST /banking/lines/${line.id}/match`, {
      parts: [{ ...parts[0], credits: [{ ...parts[0]?.credits[0], amount: eur('220.00') }] }],
    }),
  ).toEqual([400, 'bank_line.currency', 'body.parts.0.credits.0.amount']);
  const before = (await books.done('ana', 'GET /exchange-differences')).items.length;
  await bank.match('ana', line.id, parts);
  expect(await openOf()).toEqual([0, 0, 0, 0]);
  // The note, carried at 220.00, paid a fifth of the invoice, carried at 200.00: 20.00 gained. 880 came as 704.00, and were carried at
  // 800.00: 96.00 lost.
  const differences = (await books.done('ana', 'GET /exchange-differences')).items;
  expect(differences).toHaveLength(before + 1);
  const { entry } = await books.done('ana', `GET /exchange-differences/${differences[0].id}`);
  expect(
    postings(entry)
      .filter(([code]: string[]) => code === '668' || code === '768')
      .toSorted(),
  ).toEqual([
    ['668', '96.00', '0.00'],
    ['768', '0.00', '20.00'],
  ]);
  await bank.unmatch('ana', line.id);
  expect(await openOf()).toEqual([100_000, 110_000, 22_000, 22_000]);
});

it('a supplier pays two credit notes in dollars back at once: each has its part of the rate, and undone each has its dollars again', async () => {
  const { tenant, bank, purchases, books } = await company();
  await ledger(tenant, 'createAccount', { body: { code: '5730001', name: 'Bank of Maine', currency: 'USD' } });
  await books.rate('2026-03-05', { USD: '1.25' });
  await books.rate('2026-03-20', { USD: '1.20' });
  const account = await bank.account({ name: 'Dólares', iban: USD_IBAN, account: '5730001', currency: 'USD' });
  const supplier = await purchases.supplier();
  const ids: string[] = [];
  for (const [i, net] of ['500.00', '250.00'].entries()) {
    const paper = { reference: `CN-${i}`, date: '2026-03-05', receivedOn: '2026-03-05', lines: [{ net: usd(net), taxCode: 'EXENTO' }] };
    ids.push((await purchases.done('ana', 'POST /payables/credit-notes', { supplierId: supplier.id, ...paper })).id);
  }
  const movements = [{ date: '2026-03-20', amount: 75_000, text: 'TRANSFERENCIA DE TALLERES ROBLA' }];
  await bank.take(norma43(movements, { ...MARCH, iban: USD_IBAN, currency: '840' }));
  const [line] = await bank.lines(account.id);
  const parts = [
    {
      as: 'supplier-refund',
      supplierId: supplier.id,
      credits: ids.map((creditNoteId, i) => ({ creditNoteId, amount: usd(['500.00', '250.00'][i] ?? '') })),
    },
  ];
  const openOf = async () => (await bank.records.getMany(SupplierCredits, ids)).map((note) => [note?.open, note?.foreign?.open]);
  // 500 / 1.25 and 250 / 1.25.
  const before = [
    [40_000, 50_000],
    [20_000, 25_000],
  ];
  expect(await openOf()).toEqual(before);
  expect((await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items[0].parts).toEqual(parts);
  const matched = await bank.match('bea', line.id, parts);
  // 750 / 1.20 came in, and 600.00 were carried: 25.00 gained.
  expect(matched.entries.map(postings)).toEqual([
    [
      ['5730001', '625.00', '0.00'],
      ['410', '0.00', '625.00'],
    ],
  ]);
  expect(await openOf()).toEqual([
    [0, 0],
    [0, 0],
  ]);
  const [{ id }] = (await books.done('ana', 'GET /exchange-differences')).items;
  const { entry } = await books.done('ana', `GET /exchange-differences/${id}`);
  expect(postings(entry).filter(([code]: string[]) => code === '768')).toEqual([['768', '0.00', '25.00']]);
  await bank.unmatch('bea', line.id);
  expect(await openOf()).toEqual(before);
});

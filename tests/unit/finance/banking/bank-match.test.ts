import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { Customers } from '../../../../shared/domain/crm/customers/customer.ts';
import { BankLines } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { OwnAccounts } from '../../../../shared/domain/finance/ledger/own-account.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { Receipts } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { BANK_IBAN, EXAMPLE_N43, norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';
import { camt053 } from '../../../support/statement-files.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const APRIL = { opening: 148850, from: '2026-04-01', to: '2026-04-01' };

/** A company whose bank sent the example: a customer who owes 1,210.00, and a supplier of two bills of 484.00. */
async function company() {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant);
  const [bank, sales, purchases] = [bankingOf(tenant), receivablesOf(tenant), payablesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
  const supplier = await purchases.supplier({ name: 'Suministros del Sur' });
  const bills = [await purchases.bill(supplier.id, 'S-1', '400.00'), await purchases.bill(supplier.id, 'S-2', '400.00')];
  const account = await bank.account();
  const [statement] = await bank.take(EXAMPLE_N43);
  return { tenant, customerId, bank, sales, purchases, invoice, supplier, bills, account, statement };
}

it('takes the example: four lines, two of them equal, and once however often the file comes', async () => {
  const { bank, account } = await company();
  const lines = await bank.lines(account.id);
  expect(lines.map((line: { date: string; amount: { amount: string } }) => [line.date, line.amount.amount])).toEqual([
    ['2026-03-03', '1210.00'],
    ['2026-03-05', '-3.50'],
    ['2026-03-10', '-484.00'],
    ['2026-03-10', '-484.00'],
  ]);
  await bank.take(EXAMPLE_N43);
  expect(await bank.lines(account.id)).toHaveLength(4);
  expect((await bank.done('ana', 'GET /banking/statements')).items).toMatchObject([
    { opening: eur('1250.00'), closing: eur('1488.50'), from: '2026-03-01', to: '2026-03-31', lines: 4, already: 0 },
  ]);
});

it('a line pays an invoice, and undone it owes again: nothing else has changed', async () => {
  const { bank, account, customerId, invoice } = await company();
  const [line] = await bank.lines(account.id);
  const { items } = await bank.done('ana', `GET /banking/lines/${line.id}/candidates`);
  expect(items).toMatchObject([
    { tie: false, amount: eur('1210.00'), documents: [{ kind: 'invoice', id: invoice.id, open: eur('1210.00') }] },
  ]);
  const { parts } = items[0];
  expect(parts).toEqual([
    { as: 'receipt', customerId, amount: eur('1210.00'), allocations: [{ invoiceId: invoice.id, amount: eur('1210.00') }] },
  ]);
  const planned = await bank.ask('ana', `POST /banking/lines/${line.id}/match`, { parts }, { query: { dryRun: 'true' } });
  expect(planned.status).toBe(200);
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(121000);
  const matched = await bank.match('ana', line.id, parts);
  expect(matched).toMatchObject({ state: 'matched', match: { by: expect.stringContaining('ana'), on: '2026-03-03' } });
  expect(matched.entries.map(postings)).toEqual([
    [
      ['572', '1210.00', '0.00'],
      ['430', '0.00', '1210.00'],
    ],
  ]);
  expect(planned.body.entries.map(postings)).toEqual(matched.entries.map(postings));
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
  const undone = await bank.unmatch('ana', line.id);
  expect(undone.state).toBe('open');
  expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(121000);
  const receipt = await bank.records.getOrThrow(Receipts, matched.match.parts[0].id);
  expect(receipt.reversal).toMatchObject({ date: '2026-04-02' });
  // It can be matched again, and every part is told once.
  expect((await bank.match('bea', line.id, parts)).state).toBe('matched');
});

it('parts come to what is on the line, and each is of another party', async () => {
  const { bank, account, customerId } = await company();
  const [line] = await bank.lines(account.id);
  const route = `POST /banking/lines/${line.id}/match`;
  const receipt = (amount: string) => ({ as: 'receipt', customerId, amount: eur(amount) });
  expect(await bank.refused('ana', route, { parts: [receipt('1209.99')] })).toEqual([422, 'bank_line.sum', 'body.parts']);
  expect(await bank.refused('ana', route, { parts: [receipt('1000.00'), receipt('210.00')] })).toEqual([
    ...[400, 'bank_line.parts', 'body.parts.1'],
  ]);
});

it('two bills that a line pays together are one proposal, which is matched as it is', async () => {
  const { bank, account, supplier, bills } = await company();
  await bank.take(norma43([{ date: '2026-04-01', amount: -96800, text: 'PAGO SUMINISTROS DEL SUR S-1 S-2' }], APRIL));
  const line = (await bank.lines(account.id)).at(-1);
  const [first] = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect(first).toMatchObject({
    tie: false,
    amount: eur('-968.00'),
    parts: [{ as: 'payment', supplierId: supplier.id, amount: eur('968.00') }],
  });
  expect(first.documents.map(({ number }: { number: string }) => number).toSorted()).toEqual(['S-1', 'S-2']);
  expect((await bank.match('bea', line.id, first.parts)).state).toBe('matched');
  for (const { id } of bills) expect((await bank.records.getOrThrow(SupplierBills, id)).open).toBe(0);
});

it('two bills of one amount are a tie, however well the line names their supplier', async () => {
  const { bank, account } = await company();
  const line = (await bank.lines(account.id))[2];
  const { items } = await bank.done('ana', `GET /banking/lines/${line.id}/candidates`);
  expect(items.map(({ tie, amount }: { tie: boolean; amount: object }) => [tie, amount])).toEqual([
    [true, eur('-484.00')],
    [true, eur('-484.00')],
  ]);
});

it('a fee is split off what a customer paid less of it', async () => {
  const { bank, account, customerId, invoice } = await company();
  await bank.take(norma43([{ date: '2026-04-01', amount: 120500, text: 'TRANSFERENCIA' }], APRIL));
  const line = (await bank.lines(account.id)).at(-1);
  const matched = await bank.match('ana', line.id, [
    { as: 'receipt', customerId, amount: eur('1210.00'), allocations: [{ invoiceId: invoice.id, amount: eur('1210.00') }] },
    { as: 'entry', account: '626', amount: eur('-5.00') },
  ]);
  expect(matched.entries.map(postings)).toEqual([
    [
      ['572', '1210.00', '0.00'],
      ['430', '0.00', '1210.00'],
    ],
    [
      ['572', '0.00', '5.00'],
      ['626', '5.00', '0.00'],
    ],
  ]);
});

it('a batch that the bank booked at once pays an invoice of each of its customers', async () => {
  const { bank, account, sales, tenant } = await company();
  const customers = await Promise.all(
    ['Lumbre', 'Penalver'].map(async (name, i) => {
      const id = idFrom('cus', tenant, name);
      const address = { street: 'Mayor 1', postalCode: '28001', city: 'Madrid', country: 'ES' };
      await bank.records.commit([create(Customers, id, { name, paymentDays: 30, address })]);
      return { id, name, net: `${100 + i}.00`, gross: i === 0 ? '121.00' : '122.21' };
    }),
  );
  const invoices: { id: string; number: string }[] = [];
  for (const { id, net } of customers) invoices.push(await sales.invoice(id, net, { date: '2026-03-02' }));
  const payments = customers.map(
    ({ name, gross }, i) =>
      `<TxDtls><Amt Ccy="EUR">${gross}</Amt><CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties>` +
      `<RmtInf><Ustrd>${invoices[i]?.number}</Ustrd></RmtInf></TxDtls>`,
  );
  const file = camt053([{ date: '2026-04-01', amount: 24321, text: 'LOTE' }], { opening: 148850, from: '2026-04-01', to: '2026-04-01' });
  await bank.take(file.replace(/<TxDtls>.*<\/TxDtls>/, payments.join('')));
  const line = (await bank.lines(account.id)).at(-1);
  expect([line.batch, line.parts]).toEqual([
    2,
    customers.map(({ name, gross }, i) => ({ amount: eur(gross), partyName: name, text: invoices[i]?.number })),
  ]);
  const [first] = (await bank.done('ana', `GET /banking/lines/${line.id}/candidates`)).items;
  expect(first.parts.map(({ as, customerId, amount }: Record<string, unknown>) => [as, customerId, amount])).toEqual(
    customers.map(({ id, gross }) => ['receipt', id, eur(gross)]),
  );
  const matched = await bank.match('ana', line.id, first.parts);
  expect(matched.entries).toHaveLength(2);
  for (const { id } of invoices) expect((await bank.records.getOrThrow(Invoices, id)).open).toBe(0);
});

it('two equal charges pay two bills, whoever may pay them', async () => {
  const { bank, account, supplier, bills } = await company();
  const [, , one, two] = await bank.lines(account.id);
  const part = (billId: string) => ({
    as: 'payment',
    supplierId: supplier.id,
    amount: eur('484.00'),
    allocations: [{ billId, amount: eur('484.00') }],
  });
  // Ana entered the bills.
  expect(await bank.refused('ana', `POST /banking/lines/${one.id}/match`, { parts: [part(bills[0].id)] })).toEqual([
    ...[422, 'payment.same_person', 'body.allocations'],
  ]);
  for (const [i, line] of [one, two].entries()) {
    const matched = await bank.match('bea', line.id, [part(bills[i]?.id ?? '')]);
    expect(matched.entries.map(postings)).toEqual([
      [
        ['410', '484.00', '0.00'],
        ['572', '0.00', '484.00'],
      ],
    ]);
  }
  expect(await bank.lines(account.id)).toHaveLength(2);
  await bank.unmatch('bea', one.id);
  expect((await bank.done('ana', `GET /banking/lines/${two.id}`)).state).toBe('matched');
});

it('a statement goes with its lines, not while one of them is matched', async () => {
  const { bank, account, statement } = await company();
  const [, fee] = await bank.lines(account.id);
  await bank.match('ana', fee.id, [{ as: 'entry', account: '626', amount: eur('-3.50') }]);
  const route = `/banking/statements/${statement?.id}`;
  expect((await bank.done('ana', `GET ${route}`)).openLines).toBe(3);
  expect(await bank.refused('ana', `DELETE ${route}`)).toEqual([422, 'bank_statement.matched', 'path.statementId']);
  await bank.unmatch('ana', fee.id);
  expect(await bank.done('ana', `DELETE ${route}`)).toEqual({ id: statement?.id, deleted: true });
  expect((await bank.ask('ana', `GET /banking/lines/${fee.id}`)).status).toBe(404);
});

it('a transfer between own accounts is posted once: the other line finds what the first has posted', async () => {
  const { bank, account, tenant } = await company();
  await bank.records.commit([
    create(OwnAccounts, 'acc_5720001', {
      ...{ code: '5720001', name: 'Ahorro', nameEn: 'Savings', type: 'asset', validFrom: '2008-01-01', active: true },
    }),
  ]);
  const savings = await bank.account({ name: 'Ahorro', iban: 'ES7921000813610123456789', account: '5720001' });
  await bank.take(norma43([{ date: '2026-04-01', amount: -50000, text: 'TRASPASO' }], APRIL));
  const out = (await bank.lines(account.id)).at(-1);
  const matched = await bank.match('ana', out.id, [{ as: 'entry', account: '5720001', amount: eur('-500.00') }]);
  const id = idFrom('bkl', tenant, 'in');
  const { statementId } = await bank.records.getOrThrow(BankLines, out.id);
  await bank.records.commit([
    create(BankLines, id, {
      ...{
        state: 'open',
        bankAccountId: savings.id,
        statementId,
        no: 1,
        date: '2026-04-01',
        amount: 50000,
        currency: 'EUR',
        text: 'TRASPASO',
      },
    }),
  ]);
  const { items } = await bank.done('ana', `GET /banking/lines/${id}/candidates`);
  expect(items).toMatchObject([{ tie: false, documents: [{ kind: 'manual-entry', id: matched.match.parts[0].id }] }]);
  expect(items[0].reasons.map(({ code }: { code: string }) => code)).toContain('posted');
  const tied = await bank.match('ana', id, items[0].parts);
  expect(tied.match.parts).toMatchObject([{ as: 'document', amount: eur('500.00') }]);
  expect(await bank.refused('ana', `POST /banking/lines/${out.id}/unmatch`, {})).toEqual([422, 'bank_line.tied', 'path.lineId']);
  await bank.unmatch('ana', id);
  expect((await bank.unmatch('ana', out.id)).state).toBe('open');
});

it('a statement of an account that is none of the company’s is refused', async () => {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await expect(bank.take(EXAMPLE_N43)).rejects.toMatchObject({ code: 'statement.unknown_account', params: { account: '…1332' } });
  await bank.account();
  expect(await bank.refused('ana', 'POST /banking/accounts', { name: 'Otra', iban: BANK_IBAN, account: '5720001' })).toEqual([
    ...[409, 'bank_account.twice', 'body.iban'],
  ]);
});

import { describe, expect, it } from 'vitest';
import { rebuildBalances } from '../../../functions/finance/ledger/balance-rebuild-store.ts';
import { handler as commands } from '../../../functions/finance/tax/commands.ts';
import { handler as documents } from '../../../functions/finance/tax/documents.ts';
import { handler } from '../../../functions/finance/tax/queries.ts';
import { handler as writeTaxFile } from '../../../functions/finance/tax/write-tax-file.event.ts';
import { PeriodSequences, sequenceId } from '../../../shared/domain/finance/ledger/period-sequence.ts';
import { MOST_AT_ONCE } from '../../../shared/domain/finance/tax/tax-file.ts';
import { update } from '../../../shared/kernel/record.ts';
import { call } from '../../support/call.ts';
import { batchOf } from '../../support/changes.ts';
import { recordsOf } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';
import { of, payablesOf } from '../../support/payables.ts';
import { projectCompany } from '../../support/projection.ts';
import { postings } from '../../support/receivables.ts';
import { newSeller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';
import { sheetOf, unzipped } from '../../support/xlsx.ts';

/** Asks for getTaxReturn; below for fileTaxReturn, correctTaxReturn and reverseTaxReturn. */
const draft = (tenant: string, query: Readonly<Record<string, string>>, roles?: readonly string[]) =>
  call(handler, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant, query, ...(roles ? { roles } : {}) });
const post = (tenant: string, path: string, body: object) =>
  call(
    commands,
    `POST ${path}`,
    path.includes('/filings/') ? `POST ${path.replace(/txr_[^/]+/, '{taxReturnId}')}` : 'POST /tax-returns/{form}/filings',
    {
      ...{ tenant, body },
    },
  );
const file = (tenant: string, period: string, more: object = {}) =>
  post(tenant, '/tax-returns/303/filings', { period, justificante: '3032026000017', ...more });
const boxesOf = (body: { boxes: { box: string; amount: { amount: string } }[] }) =>
  Object.fromEntries(body.boxes.flatMap(({ box, amount }) => (amount.amount === '0.00' ? [] : [[box, amount.amount]])));

/**
 * The first quarter of 2026: invoices of 100.00 and 200.00 at 21 %, of which 50.00 are credited, and one of 30.00 exempt; bills of
 * 80.00 and 40.00 at 21 %, of which the second is reversed in April, and a supplier's credit of 10.00.
 */
async function quarter() {
  const s = await newSeller([]);
  const invoice = async (date: string, price: string, taxCode = 'IVA21') => {
    const lines = [{ name: 'Asesoría', quantity: '1', price, taxCode }];
    const { id } = await s.done('createDraft', { body: { customerId: s.customerId, date, lines } });
    return s.done('issueDraft', { path: [id], body: {} });
  };
  await invoice('2026-01-15', '100');
  const second = await invoice('2026-02-10', '200');
  await invoice('2026-03-20', '30', 'EXENTO');
  await s.done('creditInvoice', {
    path: [second.id],
    body: { date: '2026-03-31', reason: 'Descuento', lines: [{ line: 1, quantity: '0.25' }] },
  });
  const api = payablesOf(s.tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const supplier = await api.supplier();
  await api.bill(supplier.id, 'A-1', '80.00');
  const wrong = await api.bill(supplier.id, 'A-2', '40.00');
  const paper = { supplierId: supplier.id, reference: 'R-1', date: '2026-03-15', receivedOn: '2026-03-16', lines: [{ net: eur('10.00') }] };
  await api.done('ana', 'POST /payables/credit-notes', paper);
  await api.done('ana', `POST /payables/bills/${wrong.id}/reversal`, { date: '2026-04-02', reason: 'No es nuestra' });
  await projectCompany(s.tenant);
  return s;
}

describe('the draft of form 303', () => {
  it('is what invoices and bills of the period come to, and agrees with the accounts', async () => {
    const { tenant } = await quarter();
    const first = await draft(tenant, { period: '2026-1T', pending: '5.00', consistent: 'true' });
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    // 21.00 + 42.00 − 10.50; 16.80 + 8.40 − 2.10; 52.50 − 23.10 − 5.00
    expect(boxesOf(first.body)).toEqual({
      '07': '300.00',
      '09': '63.00',
      14: '-50.00',
      15: '-10.50',
      27: '52.50',
      28: '120.00',
      29: '25.20',
      40: '-10.00',
      41: '-2.10',
      45: '23.10',
      46: '29.40',
      64: '29.40',
      66: '29.40',
      110: '5.00',
      78: '5.00',
      69: '24.40',
      71: '24.40',
    });
    expect(first.body.ties.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([true, true]);
    expect(first.body.unassigned).toEqual([]);
    // What was reversed in April is taken back in April: the first quarter stays as it was.
    const april = await draft(tenant, { period: '2026-04', consistent: 'true' });
    expect(boxesOf(april.body)).toMatchObject({ 40: '-40.00', 41: '-8.40', 71: '8.40' });
    expect(april.body.ties.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([true, true]);
  });

  it('is the same after the balances were folded again', async () => {
    const { tenant } = await quarter();
    const before = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    for (const month of ['2026-01', '2026-02', '2026-03'])
      expect((await rebuildBalances(recordsOf(tenant), month)).differences).toEqual([]);
    expect((await draft(tenant, { period: '2026-1T', consistent: 'true' })).body.boxes).toEqual(before.body.boxes);
  });

  it('tells a total that is not what its account holds', async () => {
    const { tenant } = await quarter();
    await books(tenant, 'createAccount', { body: { code: '4770001', name: 'IVA repercutido, otros' } });
    await postLines(tenant, '2026-03-31', 'Ajuste', ['4770001', '3.00'], ['572', '-3.00']);
    await projectCompany(tenant);
    const { body } = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    expect(body.ties[0]).toMatchObject({ box: '27', amount: { amount: '52.50' }, posted: { amount: '49.50' }, agrees: false });
  });

  it('is refused for periods without a form, and to who may not read the books', async () => {
    const { tenant } = await newSeller([]);
    expect((await draft(tenant, { period: '2025-4T' })).body).toMatchObject({ code: 'tax_return.no_form', field: 'query.period' });
    expect((await draft(tenant, { period: '2026-5T' })).status).toBe(400);
    expect((await draft(tenant, { period: '2026-1T', pending: '-1' })).status).toBe(400);
    expect((await draft(tenant, { period: '2026-1T' }, ['warehouse'])).status).toBe(403);
  });

  it('names the document that a tie fails by', async () => {
    const { tenant } = await quarter();
    await books(tenant, 'createAccount', { body: { code: '4770001', name: 'IVA repercutido, otros' } });
    await postLines(tenant, '2026-03-31', 'Ajuste', ['4770001', '3.00'], ['572', '-3.00']);
    await projectCompany(tenant);
    const { body } = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    expect(body.ties[0].documents).toMatchObject([{ kind: 'manual-entry', posted: { amount: '-3.00' }, declared: { amount: '0.00' } }]);
    expect(body.missing.map(({ code }: { code: string }) => code)).toEqual(['tax_return.tie']);
    expect((await file(tenant, '2026-1T')).body).toMatchObject({ code: 'tax_return.tie', field: 'body.period' });
  });
});

describe('a return that was filed', () => {
  it('settles the accounts of VAT, and closes its period to everything with VAT', async () => {
    const s = await quarter();
    const { tenant } = s;
    const download = await call(handler, 'GET /tax-returns/303/file', 'GET /tax-returns/{form}/file', {
      tenant,
      query: { period: '2026-1T' },
    });
    expect([download.body.faults, download.body.text.length]).toEqual([[], 17 + 311 + 1581 + 1017 + 18]);
    const filed = await file(tenant, '2026-1T');
    expect(filed.status, JSON.stringify(filed.body)).toBe(201);
    // 52.50 − 23.10
    expect(postings(filed.body.entry)).toEqual([
      ['477', '52.50', '0.00'],
      ['472', '0.00', '23.10'],
      ['4750', '0.00', '29.40'],
    ]);
    await projectCompany(tenant);
    const after = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    expect([after.body.filings.length, after.body.ties.map(({ agrees }: { agrees: boolean }) => agrees)]).toEqual([1, [true, true]]);
    expect((await file(tenant, '2026-1T')).body.code).toBe('tax-return.exists');
    const api = payablesOf(tenant);
    const supplier = await api.supplier({ name: 'Otro' });
    const bill = { supplierId: supplier.id, reference: 'T-1', date: '2026-03-01', lines: [{ net: eur('10.00') }] };
    expect(await api.refused('ana', 'POST /payables/bills', { ...bill, receivedOn: '2026-03-30' })).toEqual([
      422,
      'period.tax_filed',
      'body.receivedOn',
    ]);
    await api.done('ana', 'POST /payables/bills', { ...bill, receivedOn: '2026-04-01' });
    // Without VAT the months stay open.
    await postLines(tenant, '2026-03-31', 'Comisión', ['626', '3.00'], ['572', '-3.00']);
    expect((await file(tenant, '2026-02')).body.code).toBe('tax_return.filed');
  });

  it('is rectified: what was paid before is taken off', async () => {
    const s = await quarter();
    const { tenant } = s;
    const first = (await file(tenant, '2026-1T')).body;
    const opened = await post(tenant, `/tax-returns/filings/${first.id}/correction`, { reason: 'Falta una factura' });
    expect([opened.status, opened.body.state]).toEqual([200, 'correcting']);
    const api = payablesOf(tenant);
    const supplier = await api.supplier({ name: 'Otro' });
    await api.bill(supplier.id, 'T-1', '40.00');
    await projectCompany(tenant);
    const { body } = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    // 29.40 − 8.40 = 21.00
    expect(boxesOf(body)).toMatchObject({ 69: '21.00', 70: '29.40', 71: '-8.40', 111: '8.40' });
    const second = await file(tenant, '2026-1T', { follows: first.id, justificante: '3032026000018' });
    expect(second.body, JSON.stringify(second.body)).toMatchObject({ id: 'txr_303.2026-1T.1', rectifies: first.id, type: 'D' });
    expect(postings(second.body.entry)).toEqual([
      ['472', '0.00', '8.40'],
      ['4709', '8.40', '0.00'],
    ]);
  });

  it('is taken back: the last one, with its settlement', async () => {
    const { tenant } = await quarter();
    const first = (await file(tenant, '2026-1T')).body;
    const next = (await file(tenant, '2026-2T')).body;
    const back = (id: string) => post(tenant, `/tax-returns/filings/${id}/reversal`, { reason: 'No llegó a presentarse' });
    expect((await back(first.id)).body).toMatchObject({ code: 'tax_return.not_last' });
    expect([(await back(next.id)).body.state, (await back(first.id)).body.state]).toEqual(['reversed', 'reversed']);
    expect((await back(first.id)).body.code).toBe('tax_return.state');
    await projectCompany(tenant);
    const { body } = await draft(tenant, { period: '2026-1T', consistent: 'true' });
    expect(body.ties.map(({ agrees }: { agrees: boolean }) => agrees)).toEqual([true, true]);
    expect((await file(tenant, '2026-1T', { follows: first.id })).body.id).toBe('txr_303.2026-1T.1');
  });
});

describe('the registers of VAT', () => {
  /** Asks for getTaxBook. */
  const book = (tenant: string, name: string, query: Readonly<Record<string, string>>) =>
    call(handler, `GET /tax-books/${name}`, 'GET /tax-books/{book}', { tenant, query: { period: '2026-1T', ...query } });

  it('are read page by page, in the order in which they are declared', async () => {
    const { tenant } = await quarter();
    const first = await book(tenant, 'issued', { limit: '3' });
    const second = await book(tenant, 'issued', { limit: '3', cursor: first.body.nextCursor });
    const lines = [...first.body.items, ...second.body.items];
    expect(lines.map(({ declaredOn, tax }: { declaredOn: string; tax: { amount: string } }) => [declaredOn, tax.amount])).toEqual([
      ['2026-01-15', '21.00'],
      ['2026-02-10', '42.00'],
      ['2026-03-20', '0.00'],
      ['2026-03-31', '-10.50'],
    ]);
    const received = await book(tenant, 'received', {});
    expect(received.body.items.map(({ deductible }: { deductible: { amount: string } }) => deductible.amount).sort()).toEqual([
      '-2.10',
      '16.80',
      '8.40',
    ]);
  });

  it('are files, alone or with all that an adviser asks for; long ones come later', async () => {
    const { tenant } = await quarter();
    const make = (kind: string) => call(documents, 'POST /tax-files', 'POST /tax-files', { tenant, body: { kind, period: '2026-1T' } });
    const csv = await make('vat-issued-csv');
    expect(csv.status, JSON.stringify(csv.body)).toBe(201);
    const text = await (await fetch(csv.body.url)).text();
    expect([csv.body.state, csv.body.lines, text.trim().split('\r\n').length]).toEqual(['ready', 4, 5]);
    const asked = await make('adviser-zip');
    expect(asked.body.state).toBe('preparing');
    await writeTaxFile(batchOf([{ tenant, kind: 'tax-file', id: asked.body.id, rev: 1, request: 'r' }]));
    const zip = await call(documents, `GET /tax-files/${asked.body.id}`, 'GET /tax-files/{taxFileId}', { tenant });
    const files = unzipped(Buffer.from(await (await fetch(zip.body.url)).arrayBuffer()));
    const papers = [...files.keys()].filter((name) => name.startsWith('emitidas/'));
    expect(papers.map((name) => name.slice('emitidas/'.length, 'emitidas/F2026-000001'.length))).toEqual([
      ...['F2026-000001', 'F2026-000002', 'F2026-000003', 'R2026-000001'],
    ]);
    expect(files.get(papers[0] ?? '')?.slice(0, 5)).toBe('%PDF-');
    // Nobody attached what the suppliers sent.
    expect(files.get('documentos-que-faltan.txt')).toContain('sin documento adjunto');
    expect([...files.keys()].filter((name) => !name.startsWith('emitidas/'))).toEqual([
      'libros/expedidas.csv',
      'libros/recibidas.csv',
      'libros/libros-registro.xlsx',
      'diario/diario.csv',
      'diario/diario.journal',
      '303/borrador.json',
      '303/303_2026-1T.303',
      'documentos-que-faltan.txt',
    ]);
    const [sequence] = await recordsOf(tenant).getMany(PeriodSequences, [sequenceId('2026-02', 1)]);
    if (sequence) await recordsOf(tenant).commit([update(PeriodSequences, sequence, { ...sequence, seq: sequence.seq + MOST_AT_ONCE })]);
    const later = await make('vat-books-xlsx');
    expect(later.body.state).toBe('preparing');
    if (sequence) {
      const [moved] = await recordsOf(tenant).getMany(PeriodSequences, [sequence.id]);
      if (moved) await recordsOf(tenant).commit([update(PeriodSequences, moved, { ...moved, seq: sequence.seq })]);
    }
    await writeTaxFile(batchOf([{ tenant, kind: 'tax-file', id: later.body.id, rev: 1, request: 'r' }]));
    const ready = await call(documents, `GET /tax-files/${later.body.id}`, 'GET /tax-files/{taxFileId}', { tenant });
    expect([ready.body.state, ready.body.lines]).toEqual(['ready', 7]);
    // Text as text, amounts as numbers: 100.00, 200.00, 30.00 and a credit of 50.00.
    const [groups = [], , ...rows] = sheetOf(Buffer.from(await (await fetch(ready.body.url)).arrayBuffer()));
    expect(rows.map((row) => row[groups.indexOf('Base Imponible')])).toEqual(['100', '200', '30', '-50']);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(rows.map(() => ['2026', '1T']));
  });
});

describe('the other forms', () => {
  const form = (tenant: string, name: string, period: string) =>
    call(handler, `GET /tax-returns/${name}`, 'GET /tax-returns/{form}', { tenant, query: { period, consistent: 'true' } });
  const amounts = (body: { boxes: { box: string; amount: { amount: string }; count?: number }[] }) =>
    Object.fromEntries(body.boxes.map(({ box, amount, count }) => [box, count ?? amount.amount]));

  it('are what was withheld, agree with 4751, and name who was paid; a year is refused where a quarter is asked for', async () => {
    const { tenant } = await newSeller([], { policies: { withholdingAt: 'invoice' } });
    const api = payablesOf(tenant);
    await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
    const lawyer = await api.supplier({ name: 'Ana Ruiz', taxId: '12345678Z', withholding: { code: 'PRO15', from: '2026-01-01' } });
    const landlord = await api.supplier({ name: 'Locales Sol', taxId: 'A58818501', withholding: { code: 'RENT19', from: '2026-01-01' } });
    await api.bill(lawyer.id, 'H-1', '1000.00');
    await api.bill(landlord.id, 'L-1', '850.00');
    await projectCompany(tenant);
    const [professionals, rents] = [await form(tenant, '111', '2026-1T'), await form(tenant, '115', '2026-1T')];
    expect(professionals.status, JSON.stringify(professionals.body)).toBe(200);
    expect([amounts(professionals.body), amounts(rents.body)]).toEqual([
      {
        '01': 0,
        '02': '0.00',
        '03': '0.00',
        '04': 0,
        '05': '0.00',
        '06': '0.00',
        '07': 1,
        '08': '1000.00',
        '09': '150.00',
        28: '150.00',
        30: '150.00',
      },
      { '01': 1, '02': '850.00', '03': '161.50', '05': '161.50' },
    ]);
    // 150.00 + 161.50
    expect(professionals.body.ties).toMatchObject([{ account: '4751', amount: { amount: '311.50' }, agrees: true }]);
    expect((await form(tenant, '190', '2026-0A')).body.lines).toMatchObject([
      { party: 'Ana Ruiz', key: 'G01', amount: { amount: '150.00' } },
    ]);
    expect((await form(tenant, '347', '2026-0A')).body.lines).toEqual([]);
    expect(amounts((await form(tenant, '390', '2026-0A')).body)).toMatchObject({ 47: '0.00', 64: '388.50', 65: '-388.50' });
    for (const [name, period] of [
      ['347', '2026-1T'],
      ['111', '2026-0A'],
      ['303', '2026-0A'],
    ] as const)
      expect((await form(tenant, name, period)).body).toMatchObject({ code: 'tax_return.period', field: 'query.period' });
  });

  it('have of a bill what each quarter paid of it, and of a rent what fell due in it', async () => {
    const { tenant } = await newSeller([], { policies: { rentWithheldAt: 'due' } });
    const api = payablesOf(tenant);
    for (const by of ['ana', 'bea']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
    const lawyer = await api.supplier({ name: 'Ana Ruiz', taxId: '12345678Z', withholding: { code: 'PRO15', from: '2026-01-01' } });
    const landlord = await api.supplier({ name: 'Locales Sol', taxId: 'A58818501', withholding: { code: 'RENT19', from: '2026-01-01' } });
    const days = { date: '2026-02-10', receivedOn: '2026-02-10' };
    // 1,000.00 + 210.00 − 150.00: two halves of 530.00.
    const { id } = await api.bill(lawyer.id, 'H-1', '1000.00', days);
    await api.bill(landlord.id, 'L-1', '850.00', { ...days, dueDate: '2026-04-05' });
    const first = await api.pay('bea', lawyer.id, '530.00', [of(id, '530.00')], { date: '2026-03-10' });
    await api.pay('bea', lawyer.id, '530.00', [of(id, '530.00')], { date: '2026-05-10' });
    await projectCompany(tenant);
    const told = async (name: string, period: string) => amounts((await form(tenant, name, period)).body);
    expect(await told('111', '2026-1T')).toMatchObject({ '07': 1, '08': '500.00', '09': '75.00' });
    expect(await told('111', '2026-2T')).toMatchObject({ '07': 1, '08': '500.00', '09': '75.00' });
    await api.done('bea', `POST /payables/payments/${first.id}/allocations/${id}/removal`, { date: '2026-06-01' });
    expect(await told('111', '2026-1T')).toMatchObject({ '09': '75.00' });
    expect(await told('111', '2026-2T')).toMatchObject({ '07': 0, '08': '0.00', '09': '0.00' });
    // 850.00 at 19 %, though nobody has paid it.
    expect(await told('115', '2026-1T')).toMatchObject({ '01': 0, '03': '0.00' });
    expect(await told('115', '2026-2T')).toMatchObject({ '01': 1, '02': '850.00', '03': '161.50' });
  });

  it('carry the new base of a supply within the Union that came back in a later quarter', async () => {
    const s = await newSeller([]);
    const address = { street: 'Rue 1', postalCode: '69001', city: 'Lyon', country: 'FR' };
    const french = await s.done('createCustomer', {
      body: { name: 'Lyon SA', taxId: 'FR12345678901', vies: { valid: true, on: '2026-01-02' }, address },
    });
    const lines = [{ name: 'Equipo', quantity: '8', price: '1000', taxCode: 'INTRA' }];
    const { id } = await s.done('createDraft', { body: { customerId: french.id, date: '2026-01-15', lines } });
    const invoice = await s.done('issueDraft', { path: [id], body: {} });
    await s.done('creditInvoice', {
      path: [invoice.id],
      body: { date: '2026-05-10', reason: 'Vuelve uno', lines: [{ line: 1, quantity: '1' }] },
    });
    await projectCompany(s.tenant);
    expect((await form(s.tenant, '349', '2026-1T')).body.lines).toMatchObject([{ key: 'E', base: { amount: '8000.00' } }]);
    expect((await form(s.tenant, '349', '2026-2T')).body.lines).toMatchObject([
      { key: 'E', base: { amount: '7000.00' }, corrects: { period: '2026-1T', before: { amount: '8000.00' } } },
    ]);
  });
});

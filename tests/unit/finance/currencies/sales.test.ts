import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { CreditExposures, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { differenceLines, ExchangeDifferences, settledItems } from '../../../../shared/domain/finance/currencies/exchange-difference.ts';
import { inBase } from '../../../../shared/domain/finance/currencies/exchange-rate.ts';
import { PGC } from '../../../../shared/domain/finance/ledger/chart-pgc.ts';
import { currenciesOf, hledgerEntry, hledgerHead } from '../../../../shared/domain/finance/ledger/export.ts';
import { creditAll, creditable, creditedLines, creditOf } from '../../../../shared/domain/finance/receivables/credit.ts';
import { draftValue } from '../../../../shared/domain/finance/receivables/draft.ts';
import { inOwnCurrency } from '../../../../shared/domain/finance/receivables/foreign-sale.ts';
import { CreditNotes, type Invoice, Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { Receipts } from '../../../../shared/domain/finance/receivables/receipt.ts';
import { RECEIVABLES } from '../../../../shared/domain/finance/receivables/subledger.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { currenciesOf as bookCurrencies, money } from '../../../support/currencies.ts';
import { hasHledger, hledger, hledgerBalances } from '../../../support/hledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
let books: ReturnType<typeof bookCurrencies>;
beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  [sales, books] = [receivablesOf(tenant), bookCurrencies(tenant)];
});

const usd = (amount: string) => money(amount, 'USD');
const eur = (amount: string) => money(amount, 'EUR');
/** Rupees for a dollar, counted as euros (erpnext#56648): 94.39 when it is sold, 93.9325 at the end of the month, 94.125 when it is paid. */
const [SOLD, CLOSED, PAID] = ['0.010594342621', '0.010645942565', '0.010624169987'];

const sell = async (price: string, more: object = {}) => {
  const draft = await sales.draft(company.customerId, price, {
    currency: 'USD',
    lines: [{ name: 'Consulting', quantity: '1', price, taxCode: 'EXENTO' }],
    ...more,
  });
  return sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
};
const receive = (amount: string, invoiceId: string, more: object = {}) =>
  sales.done('POST /receipts', {
    ...{ customerId: company.customerId, date: '2026-04-08', amount: usd(amount), allocations: [{ invoiceId, amount: usd(amount) }] },
    ...more,
  });
interface Posted {
  readonly entry?: { readonly lines: readonly { account: string; debit: { amount: string }; credit: { amount: string } }[] };
}
/** What each account has had posted by documents, debit positive, in cents. */
function balances(documents: readonly Posted[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, debit, credit } of documents.flatMap(({ entry }) => entry?.lines ?? []))
    sums[account] = (sums[account] ?? 0) + Math.round(100 * (Number(debit.amount) - Number(credit.amount)));
  return sums;
}
const differences = async (): Promise<(Posted & { cause: string; result: { amount: string } })[]> =>
  (await books.done('bea', 'GET /exchange-differences')).items;
const atRisk = async () => (await company.records.getOrThrow(CreditExposures, exposureId(company.customerId))).exposure;

describe('an invoice in a foreign currency', () => {
  it('is held at the rate of its day, valued at the end of the month, taken back, and settled from its own rate', async () => {
    await books.rate('2026-03-10', { USD: SOLD });
    await books.rate('2026-03-31', { USD: CLOSED });
    await books.rate('2026-04-08', { USD: PAID });
    const invoice = await sell('388');
    expect([invoice.totals.gross, invoice.open, invoice.foreign.open]).toEqual([eur('36623.32'), eur('36623.32'), usd('388.00')]);
    expect(postings(invoice.entry)).toEqual([
      ['430', '36623.32', '0.00'],
      ['705', '0.00', '36623.32'],
    ]);
    const valued = await books.done('bea', 'POST /revaluations', { month: '2026-03' });
    expect(valued.result.amount).toBe('-177.51');
    expect(postings(valued.entry)).toEqual([
      ['4304', '0.00', '177.51'],
      ['668', '177.51', '0.00'],
    ]);
    const receipt = await receive('388.00', invoice.id);
    expect([receipt.amount, receipt.open, receipt.foreign.open]).toEqual([eur('36520.50'), eur('0.00'), usd('0.00')]);
    const all = await differences();
    // In its whole life 102.82 are lost: 177.51 in March, of which April gives 74.69 back.
    expect(all.map(({ cause, result }) => [cause, result.amount])).toEqual([
      ['settlement', '-102.82'],
      ['return', '177.51'],
      ['revaluation', '-177.51'],
    ]);
    expect(balances([invoice, receipt, ...all])).toEqual({ 430: 0, 4304: 0, 668: 102_82, 572: 36_520_50, 705: -36_623_32 });
    expect(await atRisk()).toBe(0);
  });

  it('charges the tax of its bases in euros, and says both', async () => {
    await books.rate('2026-03-10', { USD: '1.10' });
    const lines = [
      { name: 'One', quantity: '1', price: '700' },
      { name: 'Two', quantity: '3', price: '100' },
    ];
    const invoice = await sell('1', { lines });
    // 1,000 / 1.10 = 909.09, its lines 636.36 and 272.73; 21 % of it 190.91. In dollars 210.00.
    expect(invoice.lines.map((line: Record<string, unknown>) => [line.net, line.foreign])).toEqual([
      [eur('636.36'), usd('700.00')],
      [eur('272.73'), usd('300.00')],
    ]);
    expect([invoice.totals.net, invoice.totals.tax, invoice.totals.gross]).toEqual([eur('909.09'), eur('190.91'), eur('1100.00')]);
    const { rate, rateOf, source, net, tax, gross } = invoice.foreign;
    expect([rate, rateOf, source, net, tax, gross]).toEqual([
      '1.10',
      '2026-03-10',
      'manual',
      usd('1000.00'),
      usd('210.00'),
      usd('1210.00'),
    ]);
    expect(postings(invoice.entry)).toEqual([
      ['430', '1100.00', '0.00'],
      ['705', '0.00', '909.09'],
      ['477', '0.00', '190.91'],
    ]);
  });

  it('that is paid in parts leaves nothing on 430, and takes its differences back', async () => {
    await books.rate('2026-03-10', { USD: '1.10' });
    const invoice = await sell('1000');
    // The bank gave 240.00 for 250 dollars, which stand at 909.09 × 250 / 1000 = 227.27: a gain of 12.73.
    const first = await receive('250.00', invoice.id, { received: eur('240.00') });
    expect([first.amount.amount, first.foreign.rate]).toEqual(['240.00', '1.041666666667']);
    await books.rate('2026-04-08', { USD: '1.25' });
    // 750 / 1.25 = 600.00 for what stands at 681.82: a loss of 81.82.
    const second = await receive('750.00', invoice.id, { auto: true, allocations: undefined });
    expect(balances([invoice, first, second, ...(await differences())])).toEqual({
      ...{ 430: 0, 572: 840_00, 705: -909_09, 668: 81_82, 768: -12_73 },
    });
    expect(await atRisk()).toBe(0);
    await sales.done(`POST /receipts/${first.id}/allocations/${invoice.id}/removal`, { date: '2026-04-09' });
    expect(balances(await differences())).toEqual({ 430: -81_82, 668: 81_82, 768: 0 });
    // The invoice is open by 227.27, and the receipt by 240.00.
    expect(await atRisk()).toBe(227_27 - 240_00);
    await sales.done(`POST /receipts/${second.id}/reversal`, { date: '2026-04-10', reason: 'Devuelto' });
    expect(balances(await differences())).toEqual({ 430: 0, 668: 0, 768: 0 });
    const open = await sales.done(`GET /invoices/${invoice.id}`);
    expect([open.open, open.foreign.open]).toEqual([eur('909.09'), usd('1000.00')]);
    expect(await atRisk()).toBe(909_09 - 240_00);
    await sales.done(`POST /receipts/${first.id}/allocations`, {
      date: '2026-04-10',
      allocations: [{ invoiceId: invoice.id, amount: usd('250.00') }],
    });
    expect(balances(await differences())).toEqual({ 430: 12_73, 668: 0, 768: -12_73 });
    expect(await atRisk()).toBe(681_82);
  });

  it('is credited in its currency at its own rate, and what was paid of it is paid back at that of the day', async () => {
    await books.rate('2026-03-10', { USD: '1.10' });
    const invoice = await sell('110', { lines: [{ name: 'Consulting', quantity: '2', price: '55', taxCode: 'EXENTO' }] });
    await books.rate('2026-04-08', { USD: '1.25' });
    const credit = (lines?: readonly object[]) =>
      sales.done(`POST /invoices/${invoice.id}/credit-notes`, { date: '2026-04-08', reason: 'Error', ...(lines ? { lines } : {}) });
    const part = await credit([{ line: 1, net: usd('11.00') }]);
    expect([part.totals.gross, part.foreign.gross, part.foreign.rate, part.open]).toEqual([
      eur('10.00'),
      usd('11.00'),
      '1.10',
      eur('0.00'),
    ]);
    await receive('99.00', invoice.id);
    const rest = await credit();
    expect([rest.totals.gross, rest.foreign.open, rest.open]).toEqual([eur('90.00'), usd('99.00'), eur('90.00')]);
    expect(await sales.refused('POST /refunds', { from: rest.id, amount: eur('10.00'), date: '2026-04-08' })).toEqual({
      ...{ status: 422, code: 'allocation.currency', field: 'body.amount' },
    });
    const refund = await sales.done('POST /refunds', { from: rest.id, amount: usd('99.00'), date: '2026-04-08', paid: eur('80.00') });
    expect([refund.amount, refund.foreign.amount]).toEqual([eur('80.00'), usd('99.00')]);
    const receipts = (await sales.done('GET /receipts')).items;
    // 99 dollars stood at 90.00: received for 79.20 a loss of 10.80, paid back for 80.00 a gain of 10.00.
    expect(balances([invoice, part, rest, refund, ...receipts, ...(await differences())])).toEqual({
      ...{ 430: 0, 572: -80, 705: 0, 668: 10_80, 768: -10_00 },
    });
    expect(await atRisk()).toBe(0);
  });

  it('is refused without a rate, with one far from it, paid in euros, and credited in them', async () => {
    const draft = (more: object) =>
      sales.refused('POST /invoice-drafts', {
        ...{ customerId: company.customerId, date: '2026-03-10', currency: 'USD' },
        lines: [{ name: 'X', quantity: '1', price: '10' }],
        ...more,
      });
    expect(await draft({})).toEqual({ status: 422, code: 'rate.missing', field: 'body.rate' });
    await books.rate('2026-03-10', { USD: '1.10' });
    expect(await draft({ rate: '0.5' })).toMatchObject({ code: 'rate.far' });
    expect(await draft({ currency: undefined, rate: '1.1' })).toMatchObject({ code: 'rate.base' });
    expect(await draft({ currency: 'QQQ' })).toMatchObject({ code: 'input.invalid', field: 'body.currency' });
    const invoice = await sell('10');
    const paid = { customerId: company.customerId, date: '2026-03-20', amount: eur('9.09') };
    expect(await sales.refused('POST /receipts', { ...paid, allocations: [{ invoiceId: invoice.id, amount: eur('9.09') }] })).toMatchObject(
      { code: 'allocation.currency', field: 'body.allocations.0.invoiceId' },
    );
    expect(
      await sales.refused(`POST /invoices/${invoice.id}/credit-notes`, { reason: 'X', lines: [{ line: 1, net: eur('1.00') }] }),
    ).toMatchObject({ code: 'currency.mixed', field: 'body.lines.0.net' });
    expect(await sales.refused('POST /receipts', { ...paid, received: eur('1.00') })).toMatchObject({
      code: 'rate.base',
      field: 'body.received',
    });
  });

  it('takes the rate of the day on which it is issued, unless one was typed', async () => {
    await books.rate('2026-03-10', { USD: '1.10' });
    await books.rate('2026-03-20', { USD: '1.20' });
    const lines = [{ name: 'Consulting', quantity: '1', price: '120', taxCode: 'EXENTO' }];
    const draft = await sales.draft(company.customerId, '1', { currency: 'USD', lines });
    expect([draft.totals.gross, draft.foreign.gross, draft.foreign.rate]).toEqual([eur('109.09'), usd('120.00'), '1.10']);
    const later = await sales.done(`PATCH /invoice-drafts/${draft.id}`, { date: '2026-03-20' });
    expect([later.totals.gross, later.foreign.rate]).toEqual([eur('100.00'), '1.20']);
    const typed = await sales.done(`PATCH /invoice-drafts/${draft.id}`, { rate: '1.15' });
    expect([typed.foreign.rate, typed.foreign.source, typed.rate]).toEqual(['1.15', 'manual', '1.15']);
    const inEuros = await sales.done(`PATCH /invoice-drafts/${draft.id}`, { currency: null });
    expect([inEuros.totals.gross, inEuros.foreign, inEuros.rate, inEuros.currency]).toEqual([
      eur('120.00'),
      undefined,
      undefined,
      undefined,
    ]);
    await sales.done(`PATCH /invoice-drafts/${draft.id}`, { currency: 'USD', date: '2026-03-10' });
    const issued = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, { date: '2026-03-20' });
    expect([issued.totals.gross, issued.foreign.rateOf]).toEqual([eur('100.00'), '2026-03-20']);
  });
});

/** An invoice of some lines in dollars. */
function issued(prices: readonly number[], rate: string, pricesIncludeTax: boolean): Invoice {
  const lines = prices.map((price) => ({
    ...{ name: 'X', kind: 'service' as const, quantity: '1', price: (price / 100).toFixed(2), taxCode: price % 2 ? 'IVA-G' : 'IVA-R' },
  }));
  const exchange = { currency: 'USD', rate, date: '2026-03-10', source: 'manual' as const };
  const value = draftValue({ lines, pricesIncludeTax }, '2026-03-10', exchange);
  return { ...value, pricesIncludeTax, open: value.totals.gross, allocations: [] } as never;
}

describe('items of customers in a foreign currency', () => {
  const prices = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 });
  const rate = fc.integer({ min: 70, max: 150 }).map((cents) => `${cents / 100}`);

  it('leave nothing on 430 when all of them is settled, whatever the parts and rates', () => {
    const part = fc.record({ share: fc.integer({ min: 1, max: 100 }), rate });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.array(part, { minLength: 1, maxLength: 12 }), (amount, parts) => {
        const held = inBase(amount, 'USD', '1.1');
        let charge = {
          id: 'inv_1',
          rev: 1,
          history: [],
          open: held,
          foreign: { currency: 'USD', open: amount },
          allocations: [],
        } as never as Parameters<typeof RECEIVABLES.deallocate>[1];
        let [gained, received] = [0, 0];
        for (const [i, one] of parts.entries()) {
          const left = charge.foreign?.open ?? 0;
          const minor = i === parts.length - 1 ? left : Math.floor((left * one.share) / 100);
          if (minor === 0) continue;
          const base = inBase(minor, 'USD', one.rate);
          const credit = { id: `rcp_${i}`, open: base, foreign: { currency: 'USD', open: minor }, allocations: [] } as never;
          const { changes, settlements } = RECEIVABLES.allocate(
            credit,
            [{ id: 'inv_1', amount: minor, currency: 'USD' }],
            [charge],
            '2026-03-10',
          );
          charge = { ...charge, ...(changes[0] as { data: object }).data };
          const lines = differenceLines(settledItems('receivable', { settlements, party: 'cus_1', account: '430' }));
          gained += lines.reduce((sum, line) => sum + (line.account === '430' ? line.amount : 0), 0);
          received += base;
        }
        expect([charge.open, charge.foreign?.open, gained]).toEqual([0, 0, received - held]);
      }),
    );
  });

  it('are credited to nothing in both currencies, whatever the parts', () => {
    const parts = fc.array(fc.record({ line: fc.nat(), share: fc.integer({ min: 1, max: 99 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(prices, rate, fc.boolean(), parts, (amounts, at, withTax, asked) => {
        let invoice = issued(amounts, at, withTax);
        const { totals, foreign } = invoice;
        const sums = { gross: 0, foreign: 0 };
        const take = (credited: ReturnType<typeof creditAll>) => {
          const credit = creditOf(invoice, credited);
          invoice = credit.invoice;
          expect(credit.totals.gross).toBe(credit.totals.net + credit.totals.tax);
          sums.gross += credit.totals.gross;
          sums.foreign += credit.foreign?.gross ?? 0;
        };
        for (const { line: n, share } of asked) {
          const line = (n % amounts.length) + 1;
          const net = Math.floor(((creditable(inOwnCurrency(invoice))[line - 1] ?? 0) * share) / 100);
          if (net > 0) take(creditedLines(inOwnCurrency(invoice), [{ line, net }]));
        }
        take(creditAll(inOwnCurrency(invoice)));
        expect(creditable(invoice).every((left) => left === 0)).toBe(true);
        expect(creditable(inOwnCurrency(invoice)).every((left) => left === 0)).toBe(true);
        expect([sums.gross, sums.foreign]).toEqual([totals.gross, foreign?.gross]);
      }),
    );
  });
});

describe('the journal of documents in a foreign currency', () => {
  it.skipIf(!hasHledger)('balances in euros, and in each currency what is open (needs hledger)', async () => {
    await books.rate('2026-03-10', { USD: '1.10', JPY: '160' });
    const [paid, open] = [await sell('1000'), await sell('550')];
    const yen = await sell('16000', { currency: 'JPY' });
    const receipt = await receive('400.00', paid.id, { received: eur('380.00') });
    await sales.done(`POST /invoices/${open.id}/credit-notes`, {
      ...{ date: '2026-04-08', reason: 'Descuento', lines: [{ line: 1, net: usd('50.00') }] },
    });
    const { items } = await books.done('bea', 'GET /exchange-differences');
    const { records } = company;
    const documents = await Promise.all([
      ...[paid, open, yen].map(({ id }) => records.getOrThrow(Invoices, id)),
      records.getOrThrow(Receipts, receipt.id),
      records.getOrThrow(CreditNotes, 'crn_R2026-000001'),
      ...items.map(({ id }: { id: string }) => records.getOrThrow(ExchangeDifferences, id)),
    ]);
    const entries = documents.flatMap(({ id, entry }) => (entry ? [{ id, entry }] : []));
    const nameOf = (code: string) => PGC.find((account) => account.code === code)?.name ?? '';
    const used = new Set(entries.flatMap(({ entry }) => currenciesOf(entry)));
    const head = hledgerHead(PGC, 'Prueba', '2026-04-30', used);
    const journal = [head, ...entries.map((entry) => hledgerEntry(entry, nameOf))].join('\n');
    expect(journal).toContain('430 Clientes  1000.00 USD @@ 909.09 EUR');
    hledger(journal, 'check', '--strict');
    // 600 and 500 dollars of 1,000 and 550 at 1.10, and 16,000 yen at 160: 545.45 + 454.55 + 100.00.
    expect(hledgerBalances(journal).get('430')).toBe(1_100_00);
    const inCurrency = (code: string) => hledger(journal, 'balance', '430', `cur:${code}`, '--no-total', '-O', 'csv').trim().split('\n')[1];
    expect([inCurrency('USD'), inCurrency('JPY')]).toEqual(['"430 Clientes","1100.00 USD"', '"430 Clientes","16000 JPY"']);
  });
});

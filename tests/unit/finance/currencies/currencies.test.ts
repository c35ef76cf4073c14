import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  differenceLines,
  type ExchangeDifference,
  ExchangeDifferences,
  settledItems,
  type ValuedItem,
  valued,
} from '../../../../shared/domain/finance/currencies/exchange-difference.ts';
import { inBase, isFarFrom, rateBetween, rateIdsFor, rateIn } from '../../../../shared/domain/finance/currencies/exchange-rate.ts';
import { openOf } from '../../../../shared/domain/finance/open-items/open-item.ts';
import { PAYABLES } from '../../../../shared/domain/finance/payables/payables-actions.ts';
import type { StoredBill } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import type { SupplierPayment } from '../../../../shared/domain/finance/supplier-payments/supplier-payment.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { postings } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let bills: ReturnType<typeof payablesOf>;
let books: ReturnType<typeof currenciesOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
  [bills, books] = [payablesOf(tenant), currenciesOf(tenant)];
});

const usd = (amount: string) => money(amount, 'USD');
/** The published case counts rupees for a dollar (erpnext#56648); a euro stands for the rupee, so that rates are one by those. */
const [ENTERED, CLOSED, PAID] = ['0.010594342621', '0.010645942565', '0.010624169987'];

const abroad = () => bills.supplier({ name: 'Chennai Looms', country: 'IN', account: '400', expenseAccount: '600', taxCode: 'EXENTO' });
const enter = async (supplierId: string, amount: string, more: object = {}) =>
  bills.done('ana', 'POST /payables/bills', {
    ...{ supplierId, reference: `CL-${amount}`, date: '2026-03-10', receivedOn: '2026-03-10', lines: [{ net: usd(amount) }] },
    ...more,
  });
const pay = (supplierId: string, amount: string, billId: string, more: object = {}) =>
  bills.done('carlos', 'POST /payables/payments', {
    ...{ supplierId, date: '2026-04-08', amount: usd(amount), allocations: [{ billId, amount: usd(amount) }] },
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
const differences = async (): Promise<(Posted & { cause: string; date: string; result: { amount: string } })[]> =>
  (await books.done('bea', 'GET /exchange-differences')).items;

describe('a bill in a foreign currency', () => {
  it('is held at the rate of its day, valued at the end of the month, taken back, and settled from its own rate', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: ENTERED });
    await books.rate('2026-03-31', { USD: CLOSED });
    await books.rate('2026-04-08', { USD: PAID });
    const bill = await enter(id, '388.00');
    expect([bill.totals.gross.amount, bill.open.amount, bill.foreign.open]).toEqual(['36623.32', '36623.32', usd('388.00')]);
    const valued = await books.done('bea', 'POST /revaluations', { month: '2026-03' });
    expect(valued.result.amount).toBe('177.51');
    expect(postings(valued.entry)).toEqual([
      ['4004', '177.51', '0.00'],
      ['768', '0.00', '177.51'],
    ]);
    const back = await books.done('bea', `GET /exchange-differences/${valued.returnedBy}`);
    expect([back.date, back.result.amount]).toEqual(['2026-04-01', '-177.51']);
    const payment = await pay(id, '388.00', bill.id);
    expect([payment.amount.amount, payment.open.amount]).toEqual(['36520.50', '0.00']);
    const all = await differences();
    expect(all.map(({ cause, result }) => [cause, result.amount])).toEqual([
      ['settlement', '102.82'],
      ['return', '-177.51'],
      ['revaluation', '177.51'],
    ]);
    // In its whole life 102.82 are gained: 177.51 in March, −74.69 in April.
    expect(balances([bill, payment, ...all])).toEqual({ 400: 0, 4004: 0, 768: -102_82, 572: -36_520_50, 600: 36_623_32 });
  });

  it('that is paid in parts and in another order leaves nothing on its account, and what each part gained', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: '1.10' });
    const bill = await enter(id, '1000.00', { lines: [{ net: usd('700.00') }, { net: usd('300.00') }] });
    // 1,000 / 1.10 = 909.09; its lines 636.36 and 272.73.
    expect(bill.lines.map(({ net }: { net: { amount: string } }) => net.amount)).toEqual(['636.36', '272.73']);
    // The bank took 240.00 for 250 dollars, which stand at 909.09 × 250 / 1000 = 227.27: a loss of 12.73.
    const first = await pay(id, '250.00', bill.id, { paid: money('240.00', 'EUR') });
    expect([first.amount.amount, first.foreign.rate]).toEqual(['240.00', '1.041666666667']);
    await books.rate('2026-04-08', { USD: '1.25' });
    // 750 / 1.25 = 600.00 for what stands at 681.82: a gain of 81.82.
    const second = await pay(id, '750.00', bill.id);
    const all = await differences();
    expect(all.map(({ result }) => result.amount).toSorted()).toEqual(['-12.73', '81.82']);
    expect(balances([bill, first, second, ...all])).toEqual({ 400: 0, 572: -840_00, 600: 909_09, 668: 12_73, 768: -81_82 });
    const paid = await bills.done('ana', `GET /payables/bills/${bill.id}`);
    expect([paid.state, paid.open.amount, paid.foreign.open.amount]).toEqual(['paid', '0.00', '0.00']);
  });

  it('takes its difference back with the allocation, and with the payment', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: '1.10' });
    const bill = await enter(id, '110.00');
    const payment = await pay(id, '110.00', bill.id, { paid: money('104.00', 'EUR') });
    const removal = `POST /payables/payments/${payment.id}/allocations/${bill.id}/removal`;
    const removed = await bills.done('carlos', removal, { date: '2026-04-09' });
    expect([removed.open.amount, removed.foreign.open]).toEqual(['104.00', usd('110.00')]);
    expect(balances(await differences())).toEqual({ 400: 0, 668: 0 });
    await bills.done('carlos', `POST /payables/payments/${payment.id}/allocations`, {
      date: '2026-04-10',
      allocations: [{ billId: bill.id, amount: usd('110.00') }],
    });
    expect(balances(await differences())).toEqual({ 400: -4_00, 668: 4_00 });
    const reversed = await bills.done('carlos', `POST /payables/payments/${payment.id}/reversal`, {
      date: '2026-04-11',
      reason: 'Devuelto',
    });
    expect([reversed.open.amount, reversed.foreign.open.amount]).toEqual(['0.00', '0.00']);
    expect(balances(await differences())).toEqual({ 400: 0, 668: 0 });
    const open = await bills.done('ana', `GET /payables/bills/${bill.id}`);
    expect([open.open.amount, open.foreign.open.amount]).toEqual(['100.00', '110.00']);
  });

  it('is credited at its own rate, whatever the rate of the day', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: '1.10' });
    const bill = await enter(id, '110.00');
    await books.rate('2026-03-20', { USD: '1.20' });
    const credit = (amount: string, reference: string) => ({
      ...{ supplierId: id, reference, date: '2026-03-20', receivedOn: '2026-03-20', corrects: bill.id },
      lines: [{ net: usd(amount) }],
    });
    const note = await bills.done('ana', 'POST /payables/credit-notes', credit('55.00', 'CN-1'));
    expect([note.totals.gross.amount, note.foreign.rate, note.open.amount]).toEqual(['50.00', '1.10', '0.00']);
    expect(balances(await differences())).toEqual({});
    const tooMuch = await bills.ask('ana', 'POST /payables/credit-notes', credit('55.01', 'CN-2'));
    expect([tooMuch.body.code, tooMuch.body.params]).toEqual(['bill.credited', { left: '55.00', requested: '55.01', currency: 'USD' }]);
  });

  it('that was paid after the end of a month is valued at that month’s end all the same, and an advance never is', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: '1.10' });
    const bill = await enter(id, '110.00');
    await books.rate('2026-03-31', { USD: '1.00' });
    await pay(id, '110.00', bill.id, { date: '2026-04-02' });
    await bills.done('carlos', 'POST /payables/payments', { supplierId: id, date: '2026-03-31', amount: usd('50.00') });
    const valued = await books.done('bea', 'POST /revaluations', { month: '2026-03' });
    // 110 dollars stood at 100.00, and were worth 110.00 on the last of March.
    expect(
      valued.items.map(({ before, after, result }: Record<string, { amount: string }>) => [before?.amount, after?.amount, result?.amount]),
    ).toEqual([['100.00', '110.00', '-10.00']]);
    expect(await books.refused('bea', 'POST /revaluations', { month: '2026-03' })).toEqual([422, 'revaluation.exists', 'body.month']);
    expect(await books.refused('bea', 'POST /revaluations', { month: '2026-02' })).toEqual([422, 'revaluation.nothing', 'body.month']);
    expect(await books.refused('bea', 'POST /revaluations', { month: '2099-12' })).toEqual([400, 'revaluation.early', 'body.month']);
  });

  it('whose valuation was wrong is valued again once that is undone: both entries the other way round, each on its day', async () => {
    const { id } = await abroad();
    await books.rate('2026-03-10', { USD: '1.10' });
    await enter(id, '110.00');
    await books.rate('2026-03-31', { USD: '1.50' });
    const wrong = await books.done('bea', 'POST /revaluations', { month: '2026-03' });
    expect(wrong.result.amount).toBe('26.67');
    const undone = await books.done('bea', 'POST /revaluations/2026-03/reversal');
    expect(undone.undoneBy).toBeDefined();
    expect(balances(await differences())).toEqual({ 4004: 0, 768: 0 });
    expect((await differences()).map(({ date, result }) => [date, result.amount]).toSorted()).toEqual([
      ['2026-03-31', '-26.67'],
      ['2026-03-31', '26.67'],
      ['2026-04-01', '-26.67'],
      ['2026-04-01', '26.67'],
    ]);
    expect(await books.refused('bea', 'POST /revaluations/2026-03/reversal')).toEqual([422, 'revaluation.undone', 'path.month']);
    await books.rate('2026-03-31', { USD: '1.00' });
    expect((await books.done('bea', 'POST /revaluations', { month: '2026-03' })).result.amount).toBe('-10.00');
  });

  it('is refused without a rate, with one far from it, in two currencies, and paid in another', async () => {
    const { id } = await abroad();
    const bill = (more: object) =>
      bills.refused('ana', 'POST /payables/bills', {
        ...{ supplierId: id, reference: 'X', date: '2026-03-10', receivedOn: '2026-03-10', lines: [{ net: usd('10.00') }], ...more },
      });
    expect(await bill({})).toEqual([422, 'rate.missing', 'body.rate']);
    await books.rate('2026-03-02', { USD: '1.10' });
    // Eight days old.
    expect(await bill({})).toEqual([422, 'rate.missing', 'body.rate']);
    await books.rate('2026-03-03', { USD: '1.10' });
    expect(await bill({ rate: '0.91', reference: 'Y' })).toEqual([201, undefined, undefined]);
    expect(await bill({ rate: '0.5' })).toEqual([400, 'rate.far', 'body.rate']);
    expect(await bill({ lines: [{ net: usd('10.00') }, { net: money('10.00', 'GBP') }] })).toEqual([
      400,
      'currency.mixed',
      'body.lines.1.net',
    ]);
    expect(await bill({ lines: [{ net: money('10.00', 'EUR') }], rate: '1' })).toEqual([400, 'rate.base', 'body.rate']);
    expect(await bill({ lines: [{ net: money('10.5', 'JPY') }] })).toEqual([400, 'input.invalid', 'body.lines.0.net']);
    expect(await bill({ lines: [{ net: money('10', 'QQQ') }] })).toEqual([400, 'input.invalid', 'body.lines.0.net.currency']);
    const { id: billId } = await enter(id, '20.00');
    const inEuros = {
      supplierId: id,
      date: '2026-03-20',
      amount: money('20.00', 'EUR'),
      allocations: [{ billId, amount: money('20.00', 'EUR') }],
    };
    expect(await bills.refused('carlos', 'POST /payables/payments', inEuros)).toEqual([
      422,
      'allocation.currency',
      'body.allocations.0.billId',
    ]);
    const tooMuch = { supplierId: id, date: '2026-03-10', amount: usd('30.00'), allocations: [{ billId, amount: usd('20.01') }] };
    const { body } = await bills.ask('carlos', 'POST /payables/payments', tooMuch);
    expect([body.code, body.params]).toMatchObject(['allocation.too_much', { open: '20.00', requested: '20.01', currency: 'USD' }]);
  });
});

describe('rates', () => {
  const DAILY = 'Date, USD, JPY, BGN, \n27 November 2026, 1.0943, 164.21, N/A, \n';
  const HISTORY = `<?xml version="1.0" encoding="UTF-8"?><gesmes:Envelope><Cube>
    <Cube time="2026-11-27"><Cube currency="USD" rate="1.0943"/><Cube currency="GBP" rate="0.8355"/></Cube>
    <Cube time="2026-11-26"><Cube currency="USD" rate="1.0911"/></Cube></Cube></gesmes:Envelope>`;
  const days = async () =>
    (await books.done('ana', 'GET /exchange-rates')).items.map(
      ({ date, rates }: { date: string; rates: { currency: string; rate: string; source: string }[] }) => [
        date,
        ...rates.map(({ currency, rate, source }) => `${currency} ${rate} ${source}`),
      ],
    );

  it('come from the bank’s files as they are; what was set by hand stays, and a file again changes nothing', async () => {
    await books.done('ana', 'POST /exchange-rates/imports', { content: DAILY });
    await books.rate('2026-11-26', { USD: '1.09' });
    const { rev } = await books.done('ana', 'POST /exchange-rates/imports', { content: HISTORY });
    expect(await days()).toEqual([
      ['2026-11-27', 'GBP 0.8355 ecb', 'JPY 164.21 ecb', 'USD 1.0943 ecb'],
      ['2026-11-26', 'USD 1.09 manual'],
    ]);
    expect((await books.done('ana', 'POST /exchange-rates/imports', { content: HISTORY })).rev).toBe(rev);
  });

  it.each(['', 'Datum;USD\n2026-11-27;1', 'Date,USD\nyesterday,1.1', 'Date,USD\n2026-11-27,N/A', '<Cube/>', '"Date,USD'])(
    'are refused of what is no such file: %s',
    async (content) => {
      expect((await books.refused('ana', 'POST /exchange-rates/imports', { content }))[0]).toBe(400);
    },
  );

  it('are not of a day to come, not zero, and of currencies that we know', async () => {
    expect(await books.refused('ana', 'PUT /exchange-rates/2099-01-01', { rates: { USD: '1' } })).toEqual([
      422,
      'date.future',
      'path.date',
    ]);
    expect(await books.refused('ana', 'PUT /exchange-rates/2026-03-01', { rates: {} })).toEqual([400, 'rate.none', 'body.rates']);
    expect(await books.refused('ana', 'PUT /exchange-rates/2026-03-01', { rates: { USD: '0.0' } })).toEqual([
      400,
      'input.invalid',
      'body.rates.USD',
    ]);
    expect((await books.refused('ana', 'PUT /exchange-rates/2026-03-01', { rates: { EUR: '1' } }))[1]).toBe('input.invalid');
  });
});

describe('items in a foreign currency', () => {
  it('leave nothing behind when all of them is settled, whatever the parts and rates', () => {
    const part = fc.record({ share: fc.integer({ min: 1, max: 100 }), rate: fc.integer({ min: 70, max: 150 }) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.array(part, { minLength: 1, maxLength: 12 }), (amount, parts) => {
        const held = inBase(amount, 'USD', '1.1');
        let charge = {
          id: 'bil_1',
          rev: 1,
          history: [],
          open: held,
          foreign: { currency: 'USD', open: amount },
          allocations: [],
        } as never as StoredBill;
        let [gained, paid] = [0, 0];
        for (const [i, { share, rate }] of parts.entries()) {
          const left = openOf(charge);
          const minor = i === parts.length - 1 ? left : Math.floor((left * share) / 100);
          if (minor === 0) continue;
          const base = inBase(minor, 'USD', `${rate / 100}`);
          const credit = {
            id: `spa_${i}`,
            open: base,
            foreign: { currency: 'USD', open: minor },
            allocations: [],
          } as never as SupplierPayment & { id: string };
          const {
            changes,
            settlements,
            credit: after,
          } = PAYABLES.allocate(credit, [{ id: 'bil_1', amount: minor, currency: 'USD' }], [charge], '2026-03-10');
          charge = { ...charge, ...(changes[0] as { data: object }).data };
          expect([after.open, openOf(after)]).toEqual([0, 0]);
          const lines = differenceLines(settledItems('payable', { settlements, party: 'sup_1', account: '400' }));
          expect(lines.reduce((sum, line) => sum + line.amount, 0)).toBe(0);
          gained -= lines.filter(({ account }) => account !== '400').reduce((sum, line) => sum + line.amount, 0);
          paid += base;
        }
        // What it was held at less what was paid for it is what was gained, to the cent.
        expect([charge.open, openOf(charge), gained]).toEqual([0, 0, held - paid]);
      }),
    );
  });
});

describe('what is open at the end of a month', () => {
  const item = (more: object = {}): ValuedItem => ({
    ...{ id: 'inv_1', party: 'cus_1', account: '430', credit: false, since: '2026-03-10' },
    ...{ open: 100_00, foreign: { currency: 'USD', open: 110_00 }, allocations: [] },
    ...more,
  });
  const at = (side: 'receivable' | 'payable', one: ValuedItem, rate = '1.00') =>
    valued(side, [one], '2026-03-31', () => ({ rate, date: '2026-03-31', source: 'ecb' }));

  it.each([
    ['an invoice gains by its rise', 'receivable', {}, 10_00, '4304'],
    ['a credit note to a customer loses by it', 'receivable', { credit: true }, -10_00, '4304'],
    ['a bill loses by it', 'payable', { account: '400' }, -10_00, '4004'],
    ['a supplier’s credit note gains by it', 'payable', { account: '410', credit: true }, 10_00, '4104'],
  ] as const)('%s', (_, side, more, gain, account) => {
    expect(at(side, item(more))).toEqual([
      {
        ...{ document: 'inv_1', party: 'cus_1', account, currency: 'USD', foreign: 110_00, before: 100_00, after: 110_00, gain },
        ...{ rate: '1.00', rateOf: '2026-03-31' },
      },
    ]);
  });

  it('is not valued where it is worth what it was, came later, was in euros, or was settled by then', () => {
    expect(at('receivable', item(), '1.10')).toEqual([]);
    expect(at('receivable', item({ since: '2026-04-01' }))).toEqual([]);
    const { foreign: _, ...inEuros } = item();
    expect(at('receivable', inEuros)).toEqual([]);
    expect(at('receivable', item({ open: 0, foreign: { currency: 'USD', open: 0 } }))).toEqual([]);
    const paid = (date: string) =>
      item({ open: 0, foreign: { currency: 'USD', open: 0 }, allocations: [{ with: 'rcp_1', date, amount: 100_00, foreign: 110_00 }] });
    expect(at('receivable', paid('2026-03-31'))).toEqual([]);
    expect(at('receivable', paid('2026-04-01'))).toMatchObject([{ foreign: 110_00, before: 100_00 }]);
  });

  it('is told of with its documents, and links what takes it back', () => {
    const { related, summary, posts } = ExchangeDifferences;
    const difference: ExchangeDifference = {
      ...{ date: '2026-03-31', cause: 'revaluation' as const, text: 'Valoración', result: 5, returnedBy: 'fxd_2', undoneBy: 'fxd_3' },
      items: [
        { document: 'bil_1', by: 'spa_1', party: 'sup_1', account: '400', currency: 'USD', foreign: 1, before: 1, after: 2, gain: -1 },
      ],
    };
    expect(related?.(difference)?.filter(Boolean)).toEqual(['bil_1', 'spa_1', 'fxd_2', 'fxd_3']);
    expect(summary?.(difference, 'fxd_1')).toEqual({ title: 'Valoración', date: '2026-03-31', amount: 5 });
    expect(posts?.links?.(difference)).toEqual({ reverses: undefined, reversedBy: 'fxd_2' });
    expect(ExchangeDifferences.list?.key(difference, 'fxd_1', 'DC-1').label).toBe('DC-1 Valoración');
  });
});

describe('a rate', () => {
  it.each([
    ['0.75', false],
    ['0.7499', true],
    ['1.25', false],
    ['1.2501', true],
  ])('of %s is far from one: %s', (rate, far) => {
    expect(isFarFrom(rate, '1.00')).toBe(far);
  });

  it('turns amounts with the decimals of their currency, half a cent away from zero', () => {
    expect([inBase(1000, 'JPY', '160'), inBase(1_000, 'KWD', '0.5'), inBase(1, 'USD', '2'), inBase(-1, 'USD', '2')]).toEqual([
      6_25, 2_00, 1, -1,
    ]);
    expect([rateBetween(110_00, 'USD', 100_00), rateBetween(16_000, 'JPY', 100_00)]).toEqual(['1.1', '160']);
  });

  it('is the last of its day or the days before, of its own currency', () => {
    const day = (date: string, rates: Record<string, string>) => ({
      date,
      rates: Object.fromEntries(Object.entries(rates).map(([code, rate]) => [code, { rate, source: 'ecb' as const }])),
    });
    const days = [undefined, day('2026-03-09', { GBP: '0.8' }), day('2026-03-06', { USD: '1.1' }), day('2026-03-05', { USD: '1.2' })];
    expect(rateIn(days, 'USD')).toEqual({ rate: '1.1', source: 'ecb', date: '2026-03-06' });
    expect(rateIn(days, 'constructor')).toBeUndefined();
    expect(rateIdsFor('2026-03-02')).toEqual(
      ['02', '01'].map((d) => `fxr_2026-03-${d}`).concat(['28', '27', '26', '25', '24', '23'].map((d) => `fxr_2026-02-${d}`)),
    );
  });
});

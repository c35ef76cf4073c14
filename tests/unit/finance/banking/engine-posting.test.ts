import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { goOn } from '../../../../functions/finance/banking/match-run.ts';
import { companyAndDay } from '../../../../functions/platform/service.ts';
import { MatchRuns } from '../../../../shared/domain/finance/banking/match-run.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { currenciesOf, money } from '../../../support/currencies.ts';
import { Crash, isWrite, withFault } from '../../../support/faults.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { postings, receivablesOf } from '../../../support/receivables.ts';
import { sentRun } from '../../../support/sent-run.ts';
import { treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  table.clear();
  on('2026-04-02');
});

const MARCH = { opening: 10_000_000, from: '2026-03-01', to: '2026-03-31' };
const SAVINGS_IBAN = 'ES7921000813610123456789';
type Movements = Parameters<typeof norma43>[0];

/** A company that has posted what the engine is sure of, with a current account and a savings account. */
async function company(policies: object = { bankMatching: 'post' }) {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, policies, 100_000_000);
  const [bank, sales, purchases, runs] = [bankingOf(tenant), receivablesOf(tenant), payablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await ledger(tenant, 'createAccount', { body: { code: '5720001', name: 'Ahorro' } });
  const [current, savings] = [await bank.account(), await bank.account({ name: 'Ahorro', iban: SAVINGS_IBAN, account: '5720001' })];
  const told = (mine: Movements, theirs: Movements = []) =>
    Promise.all([
      mine.length > 0 && bank.take(norma43(mine, MARCH)),
      theirs.length > 0 && bank.take(norma43(theirs, { ...MARCH, iban: SAVINGS_IBAN })),
    ]);
  const statesOf = async (id: string) => (await bank.lines(id, {})).map(({ state }: { state: string }) => state);
  const undoRun = async (id: string) => {
    await bank.done('ana', `POST /banking/match-runs/${id}/undo`, {});
    await bank.work(id);
    return bank.done('ana', `GET /banking/match-runs/${id}`);
  };
  return { tenant, customerId, bank, sales, purchases, runs, current, savings, told, statesOf, undoRun };
}
type Shop = Awaited<ReturnType<typeof company>>;

const entriesOf = async ({ bank }: Shop, id: string) => (await bank.done('ana', `GET /banking/lines/${id}`)).entries.map(postings);

describe('transfers between own accounts', () => {
  it('post both lines by one entry on one day, and by way of 578 on two; undone, all four are open', async () => {
    const shop = await company();
    const { bank, current, savings, told, statesOf, undoRun } = shop;
    await told(
      [
        { date: '2026-03-09', amount: -50_000, text: 'TRASPASO ENTRE CUENTAS' },
        { date: '2026-03-17', amount: 80_000, text: 'TRASPASO' },
      ],
      [
        { date: '2026-03-09', amount: 50_000, text: 'TRASPASO' },
        { date: '2026-03-16', amount: -80_000, text: 'TRASPASO' },
      ],
    );
    const run = await bank.run(current.id);
    expect(run.counts).toMatchObject({ lines: 2, byEngine: 2, ties: 0, refused: 0 });
    const [out, back] = await bank.lines(current.id, {});
    const [theirs] = await bank.lines(savings.id, {});
    expect(await entriesOf(shop, out.id)).toEqual([
      [
        ['572', '0.00', '500.00'],
        ['5720001', '500.00', '0.00'],
      ],
    ]);
    expect(await entriesOf(shop, back.id)).toEqual([
      [
        ['572', '800.00', '0.00'],
        ['578', '0.00', '800.00'],
      ],
    ]);
    // The other side was matched by the engine, too, and says which run.
    expect((await bank.done('ana', `GET /banking/lines/${theirs.id}`)).match).toMatchObject({ how: 'engine', run: run.id });
    expect([await statesOf(current.id), await statesOf(savings.id)]).toEqual([
      ['matched', 'matched'],
      ['matched', 'matched'],
    ]);
    expect(await undoRun(run.id)).toMatchObject({ state: 'undone', undo: { count: 2, kept: [] } });
    expect([await statesOf(current.id), await statesOf(savings.id)]).toEqual([
      ['open', 'open'],
      ['open', 'open'],
    ]);
  });

  it('post nothing where one line of another account may be of two', async () => {
    const { bank, current, savings, told, statesOf } = await company();
    const twice = [
      { date: '2026-03-09', amount: -50_000, text: 'TRASPASO' },
      { date: '2026-03-10', amount: -50_000, text: 'TRASPASO' },
    ];
    await told(twice, [{ date: '2026-03-10', amount: 50_000, text: 'TRASPASO' }]);
    expect((await bank.run(current.id)).counts).toMatchObject({ byEngine: 0, ties: 2 });
    // Nor from the other side: two lines may be it.
    expect((await bank.run(savings.id)).counts).toMatchObject({ byEngine: 0, ties: 1 });
    expect(await statesOf(savings.id)).toEqual(['open']);
  });

  it('are told apart once one of them can only be one: what it has taken is no rival any more', async () => {
    const { bank, current, told, statesOf } = await company();
    // Of the first both are as near; the second is of the later one, since banks take no three days.
    await told(
      [
        { date: '2026-03-10', amount: -50_000, text: 'TRASPASO' },
        { date: '2026-03-13', amount: -50_000, text: 'TRASPASO' },
      ],
      [
        { date: '2026-03-09', amount: 50_000, text: 'TRASPASO' },
        { date: '2026-03-12', amount: 50_000, text: 'TRASPASO' },
      ],
    );
    expect((await bank.run(current.id)).counts).toMatchObject({ lines: 2, byEngine: 2, ties: 0 });
    expect(await statesOf(current.id)).toEqual(['matched', 'matched']);
  });

  it('are only proposed where a person accepts what the engine finds', async () => {
    const { bank, current, told, statesOf } = await company({ bankMatching: 'rules' });
    await told([{ date: '2026-03-09', amount: -50_000, text: 'TRASPASO' }], [{ date: '2026-03-09', amount: 50_000, text: 'TRASPASO' }]);
    expect((await bank.run(current.id)).counts).toMatchObject({ byEngine: 0, proposed: 1 });
    expect(await statesOf(current.id)).toEqual(['open']);
  });
});

describe('payment runs that the bank has', () => {
  /** A run of two transfers, 121.00 and 242.00. */
  async function sent(shop: Shop) {
    const made = await sentRun(shop);
    on('2026-04-02');
    return made;
  }
  const openOf = (shop: Shop, bills: readonly string[]) =>
    Promise.all(bills.map(async (id) => (await shop.bank.records.getOrThrow(SupplierBills, id)).open));

  it('are carried out by the line that books them at once, and wait again when that is undone', async () => {
    const shop = await company();
    const { run, bills } = await sent(shop);
    await shop.told([{ date: '2026-03-09', amount: -36_300, text: 'REMESA DE TRANSFERENCIAS' }]);
    const matched = await shop.bank.run(shop.current.id);
    expect(matched.counts).toMatchObject({ byEngine: 1, refused: 0 });
    const stateOf = async () => (await shop.runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).state;
    expect([await stateOf(), await openOf(shop, bills)]).toEqual(['executed', [0, 0]]);
    expect((await shop.undoRun(matched.id)).undo).toMatchObject({ count: 1, kept: [] });
    expect([await stateOf(), await openOf(shop, bills)]).toEqual(['sent', [12_100, 24_200]]);
  });

  it('are carried out payment by payment, and neither line is the run as a whole', async () => {
    const shop = await company();
    const { run, bills } = await sent(shop);
    await shop.told([
      { date: '2026-03-09', amount: -24_200, text: 'TRANSFERENCIA A IMPRENTA DOS F-Imprenta Dos' },
      { date: '2026-03-09', amount: -12_100, text: 'TRANSFERENCIA A TALLERES UNO F-Talleres Uno' },
    ]);
    expect((await shop.bank.run(shop.current.id)).counts).toMatchObject({ byEngine: 2, ties: 0, refused: 0 });
    expect(await openOf(shop, bills)).toEqual([0, 0]);
    expect((await shop.runs.done('ana', `GET /treasury/payment-runs/${run.id}`)).state).toBe('executed');
  });

  it('stay with a person where the line says nothing but an amount', async () => {
    const shop = await company();
    const { bills } = await sent(shop);
    await shop.told([{ date: '2026-03-09', amount: -36_300, text: 'CARGO' }]);
    expect((await shop.bank.run(shop.current.id)).counts).toMatchObject({ byEngine: 0 });
    expect(await openOf(shop, bills)).toEqual([12_100, 24_200]);
  });
});

it('an invoice in dollars is settled by the euros that the bank has for it; what the rate gave is 768, and undone it owes its dollars', async () => {
  const { tenant, bank, sales, customerId, current, told, undoRun } = await company();
  const books = currenciesOf(tenant);
  await books.rate('2026-03-02', { USD: '1.10' });
  await books.rate('2026-03-16', { USD: '1.00' });
  const draft = await sales.draft(customerId, '1', {
    ...{ date: '2026-03-02', currency: 'USD' },
    lines: [{ name: 'Consulting', quantity: '1', price: '1100', taxCode: 'EXENTO' }],
  });
  const invoice = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
  // Carried at 1,100 / 1.10 = 1,000.00; worth 1,100.00 on the day, of which the bank gave 1,089.00: 1 % less.
  await told([{ date: '2026-03-16', amount: 108_900, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice.number}` }]);
  const run = await bank.run(current.id);
  expect(run.counts).toMatchObject({ byEngine: 1, refused: 0 });
  const open = async () => {
    const { open: euros, foreign } = await bank.records.getOrThrow(Invoices, invoice.id);
    return [euros, foreign?.open];
  };
  expect(await open()).toEqual([0, 0]);
  const differences = (await books.done('ana', 'GET /exchange-differences')).items;
  expect(differences).toMatchObject([{ result: money('89.00', 'EUR') }]);
  const { entry } = await books.done('ana', `GET /exchange-differences/${differences[0].id}`);
  expect(postings(entry)).toContainEqual(['768', '0.00', '89.00']);
  expect((await undoRun(run.id)).undo).toMatchObject({ count: 1, kept: [] });
  expect(await open()).toEqual([100_000, 110_000]);
});

it('leaves what differs from the rate of the day by more than the company lets it', async () => {
  const { tenant, bank, sales, customerId, current, told } = await company({ bankMatching: 'post', bankMatchingRate: '0.5' });
  await currenciesOf(tenant).rate('2026-03-16', { USD: '1.00' });
  const draft = await sales.draft(customerId, '1', {
    ...{ date: '2026-03-16', currency: 'USD' },
    lines: [{ name: 'Consulting', quantity: '1', price: '1100', taxCode: 'EXENTO' }],
  });
  const { number } = await sales.done(`POST /invoice-drafts/${draft.id}/issue`, {});
  // 1 % less than the rate says.
  await told([{ date: '2026-03-16', amount: 108_900, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${number}` }]);
  expect((await bank.run(current.id)).counts).toMatchObject({ byEngine: 0, proposed: 0 });
});

it('two lines that come to one invoice about the day that it is due are each a part of it; one undone, the other stays', async () => {
  const { bank, sales, customerId, current, told } = await company();
  const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
  const text = 'TRANSFERENCIA DE CLIENTE DE PRUEBA';
  await told([
    { date: '2026-03-28', amount: 60_037, text },
    { date: '2026-03-30', amount: 60_963, text },
    { date: '2026-03-30', amount: 7_013, text: 'TRANSFERENCIA DE OTRO' },
  ]);
  const run = await bank.run(current.id);
  expect(run.counts).toMatchObject({ lines: 3, byEngine: 2, refused: 0 });
  const open = async () => (await bank.records.getOrThrow(Invoices, invoice.id)).open;
  expect(await open()).toBe(0);
  const [first] = await bank.lines(current.id, { state: 'matched' });
  expect(first.match).toMatchObject({ how: 'engine', run: run.id, parts: [{ as: 'receipt', amount: money('600.37', 'EUR') }] });
  await bank.unmatch('ana', first.id);
  expect(await open()).toBe(60_037);
  // Undone by a person, it is not posted by itself again.
  expect((await bank.run(current.id)).counts).toMatchObject({ byEngine: 0 });
});

it('a second look that a whole call was too short for is the last: the run ends, says so, and its counts are right', async () => {
  const { bank, current, told, sales, customerId } = await company();
  await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
  const text = 'TRANSFERENCIA DE CLIENTE DE PRUEBA';
  await told([
    { date: '2026-03-28', amount: 60_037, text },
    { date: '2026-03-30', amount: 60_963, text },
  ]);
  const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: current.id });
  const world = await companyAndDay(bank.records, new Date());
  const call = async (...over: boolean[]) =>
    goOn(bank.records, await bank.records.getOrThrow(MatchRuns, id), { ...world, isOver: () => over.shift() ?? true });
  // The first look is through, and the second has not begun; then it has a call of its own, that is over as well.
  expect(await call(false, true)).toMatchObject({ state: 'running', again: true, counts: { lines: 2 } });
  expect(await call(true)).toMatchObject({ state: 'done', fault: 'bank_match_run.unfinished', counts: { lines: 2, byEngine: 0 } });
  expect((await bank.run(current.id)).counts).toMatchObject({ lines: 2, byEngine: 2 });
});

const CUTS = ['before', 'after'].flatMap((when) => Array.from({ length: 9 }, (_, i) => [when, i + 1] as const));

it.each(CUTS)('cut off %s write %i, goes on: a transfer, an invoice and two parts of another are posted once', async (when, cut) => {
  const text = 'TRANSFERENCIA DE CLIENTE DE PRUEBA';
  const { bank, sales, customerId, current, savings, told, statesOf } = await company();
  const [one, other] = [
    await sales.invoice(customerId, '1000.00', { date: '2026-03-02' }),
    await sales.invoice(customerId, '1234.50', { date: '2026-03-02' }),
  ];
  await told(
    [
      { date: '2026-03-28', amount: 60_037, text },
      { date: '2026-03-29', amount: -50_000, text: 'TRASPASO' },
      { date: '2026-03-30', amount: 60_963, text },
      // 1,234.50 and 21 %.
      { date: '2026-03-30', amount: 149_375, text: `${text} ${other.number}` },
    ],
    [{ date: '2026-03-30', amount: 50_000, text: 'TRASPASO' }],
  );
  const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: current.id });
  let writes = 0;
  await withFault(
    async (send) => {
      writes += 1;
      if (writes !== cut) return send();
      if (when === 'after') await send();
      throw new Crash('cut off');
    },
    (_, name) => isWrite(name),
    () => bank.work(id).catch(() => undefined),
  );
  await bank.work(id);
  const run = await bank.done('ana', `GET /banking/match-runs/${id}`);
  expect({ cut, state: run.state, byEngine: run.counts.byEngine }).toEqual({ cut, state: 'done', byEngine: 4 });
  expect([await statesOf(current.id), await statesOf(savings.id)]).toEqual([Array(4).fill('matched'), ['matched']]);
  const open = await Promise.all([one, other].map(async (each) => (await bank.records.getOrThrow(Invoices, each.id)).open));
  expect(open).toEqual([0, 0]);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { IntakeDocuments, newDocument } from '../../../../shared/domain/automation/intake/intake-document.ts';
import { billsPaid } from '../../../../shared/domain/finance/banking/bill-rivals.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { aside, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { of, payablesOf } from '../../../support/payables.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const DOC = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';

/** A company whose rule enters bills of 36.30 = 30.00 and 21 %. */
async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const [bank, purchases] = [bankingOf(tenant), payablesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await bank.ask('olga', 'GET /banking/accounts');
  const account = await bank.account();
  const supplier = await purchases.supplier({ name: 'Nube del Sur SL', taxId: 'B58378431', expenseAccount: '629', account: '410' });
  await bank.take(
    norma43([{ date: '2026-03-25', amount: -3630, text: 'RECIBO NUBE DEL SUR SL' }], {
      ...{ opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' },
    }),
  );
  const bill = { supplierId: supplier.id, account: '629', taxCode: 'IVA-G' };
  await bank.ruleOn({ name: 'Nube', conditions: { direction: 'out', texts: ['nube del sur'] }, action: { bill } });
  const [line] = await bank.lines(account.id);
  const byRule = async () => {
    const { counts, refused } = await bank.runOfStatement(account.id);
    return [counts.byRule, ...refused.map(({ code }: { code: string }) => code)];
  };
  const part = (more: object = {}) => ({ parts: [{ as: 'bill', ...bill, amount: eur('36.30'), ...more }] });
  const byHand = (more: object = {}) => bank.ask('olga', `POST /banking/lines/${line.id}/match`, part(more));
  return { bank, purchases, supplier, byRule, byHand };
}

/** The rule leaves the line, as a tie or refused, and who enters the bill by hand is told why. */
async function isLeft({ byRule, byHand }: Awaited<ReturnType<typeof company>>) {
  const [posted] = await byRule();
  return [posted, (await byHand()).body.code];
}

describe('a rule enters no bill', () => {
  it('of which one is open that is a cent less', async () => {
    const shop = await company();
    const { purchases, supplier } = shop;
    await purchases.bill(supplier.id, 'F-1', '29.99');
    expect(await isLeft(shop)).toEqual([0, 'bank_line.bill_open']);
  });

  it('that is paid in part already', async () => {
    const shop = await company();
    const { purchases, supplier } = shop;
    const bill = await purchases.bill(supplier.id, 'F-1', '30.00');
    await purchases.pay('bea', supplier.id, '10.00', [of(bill.id, '10.00')]);
    expect(await isLeft(shop)).toEqual([0, 'bank_line.bill_open']);
  });

  it('where two are paid in one charge', async () => {
    const shop = await company();
    const { purchases, supplier } = shop;
    await purchases.bill(supplier.id, 'F-1', '10.00');
    await purchases.bill(supplier.id, 'F-2', '20.00');
    expect(await isLeft(shop)).toEqual([0, 'bank_line.bill_open']);
  });

  it('whose paper came and waits, a person says that it is another', async () => {
    const { bank, supplier, byRule, byHand } = await company();
    const came = { fileName: 'nube.pdf', source: 'console' as const, date: '2026-03-20', cameAt: '2026-03-20T09:00:00Z', bytes: 10 };
    const document = { ...newDocument(came as never), state: 'review' as const, supplierId: supplier.id };
    await bank.records.commit([create(IntakeDocuments, DOC, document)]);
    expect(await byRule()).toEqual([0, 'bank_line.bill_document']);
    expect((await byHand()).body).toMatchObject({ code: 'bank_line.bill_document', field: 'body.parts.0.supplierId' });
    expect((await byHand({ confirmed: true })).body.state).toBe('matched');
  });

  it('but does where what is open is of another amount, or of another supplier', async () => {
    const { purchases, supplier, byRule } = await company();
    const other = await purchases.supplier({ name: 'Otra SL', taxId: 'B65410011', expenseAccount: '629' });
    await purchases.bill(other.id, 'F-1', '29.70');
    await purchases.bill(supplier.id, 'F-1', '344.90');
    expect(await byRule()).toEqual([1]);
  });
});

it('a bill that comes between the look at what is open and the posting is seen, in whatever month', async () => {
  for (const receivedOn of ['2026-02-20', '2026-03-03', '2026-04-01']) {
    table.clear();
    const { purchases, supplier, byHand } = await company();
    // The sequence of the month is there: bills have been entered in it.
    const came = { date: '2026-02-20', receivedOn };
    await purchases.bill(supplier.id, 'F-0', '500.00', came);
    let isFirst = true;
    const between = async (send: () => Promise<unknown>) => {
      if (isFirst) {
        isFirst = false;
        await aside(() => purchases.bill(supplier.id, 'F-1', '30.00', came));
      }
      return send();
    };
    const { result } = await withFault(
      between,
      (_, name) => name.startsWith('TransactWrite') || isWrite(name),
      () => byHand(),
    );
    expect([receivedOn, result.body.code]).toEqual([receivedOn, 'bank_line.bill_open']);
  }
});

it('a bill that was committed a moment ago, and is in no index yet, is seen all the same', async () => {
  const { purchases, supplier, byHand, byRule } = await company();
  await purchases.bill(supplier.id, 'F-1', '30.00', { date: '2026-03-20', receivedOn: '2026-03-20' });
  // What the index answers until it has followed: nothing.
  const { result } = await withFault(
    (send, { input }) =>
      (input as { IndexName?: string }).IndexName === 'open' ? Promise.resolve({ output: { Items: [], $metadata: {} } }) : send(),
    (_, name) => name.startsWith('Query'),
    () => byHand(),
  );
  expect(result.body.code).toBe('bank_line.bill_open');
  expect(await byRule()).toEqual([0]);
});

describe('what of a supplier’s open bills was paid', () => {
  const euros = (open: number, payable = open) => ({ open, payable, allocations: [] });
  const dollars = (open: number, foreign: number) => ({ ...euros(open), foreign: { currency: 'USD', open: foreign } });

  it('compares amounts of one currency', () => {
    // 36.30 dollars are 33.61 euros: 36.30 euros are another bill's.
    expect(billsPaid([dollars(3361, 3630)], 3630)).toEqual([]);
    expect(billsPaid([dollars(3600, 3888)], 3630)).toHaveLength(1);
  });

  it('knows one bill, one paid in part, two, and all of them', () => {
    expect(billsPaid([euros(3629)], 3630)).toHaveLength(1);
    expect(billsPaid([euros(2630, 3630)], 3630)).toHaveLength(1);
    expect(billsPaid([euros(1000), euros(2630), euros(9999)], 3630)).toHaveLength(2);
    expect(billsPaid([euros(1000), euros(1300), euros(1330)], 3630)).toHaveLength(3);
    expect(billsPaid([euros(1000), euros(9999)], 3630)).toEqual([]);
  });
});

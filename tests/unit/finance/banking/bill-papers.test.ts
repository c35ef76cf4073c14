import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as draftBill } from '../../../../functions/automation/intake/draft-bill.task.ts';
import { handler as followBills } from '../../../../functions/automation/intake/follow-bills.event.ts';
import { handler as documentQueries } from '../../../../functions/automation/intake/queries.ts';
import { handler as taxQueries } from '../../../../functions/finance/tax/queries.ts';
import { type DocumentFields, IntakeDocuments, newDocument } from '../../../../shared/domain/automation/intake/intake-document.ts';
import { LearnedRules } from '../../../../shared/domain/automation/intake/learned-rule.ts';
import { awaitsItsPaper, LATE_PAPER_DAYS } from '../../../../shared/domain/finance/banking/bill-paper.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { everyRecord } from '../../../../shared/runtime/lists.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { call, newTenant } from '../../../support/call.ts';
import { batchOf } from '../../../support/changes.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { aside, Crash, crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const DOC = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
const OTHER_DOC = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTW';
const TAX_ID = 'B58378431';
const LINE = { date: '2026-03-05', amount: -3630, text: 'RECIBO NUBE DEL SUR SL' };
const sure = <T>(value: T) => ({ value, confidence: 1 });
/** 30.00 and 21 % are 36.30. */
const read = (more: Partial<DocumentFields> = {}): DocumentFields => ({
  ...{ supplierTaxId: sure(TAX_ID), supplierName: sure('Nube del Sur SL'), number: sure('NS-2026/88'), date: sure('2026-03-01') },
  ...{ currency: sure('EUR'), taxes: [sure({ rate: '21', base: 3000, tax: 630 })], total: sure(3630) },
  ...more,
});

/** A company in which a line of the bank has made a bill of 36.30, and paid it. */
async function company(movements = [LINE]) {
  const tenant = newTenant();
  const records = recordsOf(tenant);
  await newCompany(tenant, { automaticBillLimit: 100_000 });
  const [bank, purchases] = [bankingOf(tenant), payablesOf(tenant)];
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const supplier = await purchases.supplier({ name: 'Nube del Sur SL', taxId: TAX_ID, expenseAccount: '629', account: '410' });
  await bank.take(norma43(movements, { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' }));
  await bank.ruleOn({
    name: 'Nube',
    conditions: { direction: 'out', texts: ['nube del sur'] },
    action: { bill: { supplierId: supplier.id, account: '629', taxCode: 'IVA-G' } },
  });
  expect((await bank.runOfStatement(account.id)).counts).toMatchObject({ byRule: movements.length });
  const bills = async () => (await purchases.done('ana', 'GET /payables/bills', undefined, { query: { supplierId: supplier.id } })).items;
  const comes = (fields: DocumentFields, id = DOC, supplierId: string | null = supplier.id) => {
    const came = { fileName: 'factura.xml', source: 'drop', date: '2026-04-02', cameAt: '2026-04-02T09:00:00.000Z', bytes: 9 } as const;
    const document = {
      ...newDocument(came),
      state: 'ready' as const,
      kind: 'ubl' as const,
      fields,
      ...(supplierId === null ? {} : { supplierId }),
    };
    return records.commit([create(IntakeDocuments, id, document)]);
  };
  const flagsOf = async (id = DOC) => {
    const { body } = await call(documentQueries, `GET /documents/${id}`, 'GET /documents/{documentId}', {
      tenant,
    });
    return (body.flags as { code: string; params: object }[])
      .filter(({ code }) => code === 'bill_without_paper')
      .map(({ params }) => params);
  };
  const drafted = (documentId = DOC) => draftBill({ tenant, documentId, execution: 'x' } as never, {} as never);
  const attach = (billId: string, body: object = { documentId: DOC }) => bank.done('ana', `POST /banking/bills/${billId}/paper`, body);
  const refused = (billId: string, body: object = { documentId: DOC }) => bank.refused('ana', `POST /banking/bills/${billId}/paper`, body);
  const book = async () => {
    await projectCompany(tenant);
    const query = { period: '2026-1T', limit: '100' };
    const { body } = await call(taxQueries, 'GET /tax-books/received', 'GET /tax-books/{book}', { tenant, query });
    return body.items.map(({ number, date, register }: Record<string, string>) => [number, date, register]);
  };
  return { tenant, records, bank, purchases, account, supplier, bills, comes, flagsOf, drafted, attach, refused, book };
}

it('a paper that comes after its bill is known for it, is not drafted, and gives the bill its number', async () => {
  const { tenant, records, bills, comes, flagsOf, drafted, attach, book, purchases, supplier } = await company();
  const [bill] = await bills();
  expect(awaitsItsPaper(await records.getOrThrow(SupplierBills, bill.id))).toBe(true);
  await comes(read());
  expect(await flagsOf()).toEqual([{ bill: bill.reference, date: '2026-03-05', document: bill.id }]);
  expect(await drafted()).toEqual({ drafted: false });
  const before = await book();
  expect(await attach(bill.id)).toMatchObject({
    reference: 'NS-2026/88',
    date: '2026-03-01',
    documentId: DOC,
    totals: { gross: eur('36.30') },
  });
  expect(await book()).toEqual([['NS-2026/88', '2026-03-01', before[0]?.[2]]]);
  expect(await records.getOrThrow(IntakeDocuments, DOC)).toMatchObject({ state: 'entered', billId: bill.id });
  const stored = await records.getOrThrow(SupplierBills, bill.id);
  expect([awaitsItsPaper(stored), stored.history.at(-1)?.action]).toEqual([false, 'attachBillPaper']);
  expect(await bills()).toHaveLength(1);
  // Whoever follows bills finds it entered, and learns nothing of what a rule has entered.
  await followBills(batchOf([{ tenant, kind: 'supplier-bill', id: bill.id, rev: 1, request: 'r' }]) as never, {} as never);
  expect(await Array.fromAsync(everyRecord(records, LearnedRules))).toEqual([]);
  // The number is the bill's: nobody enters it again, by hand or from another paper.
  const paper = { supplierId: supplier.id, reference: 'ns-2026 / 88', date: '2026-03-01', lines: [{ net: eur('30.00') }] };
  expect(await purchases.refused('ana', 'POST /payables/bills', paper)).toEqual([422, 'bill.twice', 'body.reference']);
  await comes(read(), OTHER_DOC);
  expect(await flagsOf(OTHER_DOC)).toEqual([]);
  expect(await drafted(OTHER_DOC)).toEqual({ drafted: false });
});

it('only a paper of that supplier, amount, currency and time is', async () => {
  const { comes, flagsOf } = await company();
  const cases: readonly (readonly [Partial<DocumentFields>, number])[] = [
    [{ date: sure(addDays(LINE.date, -LATE_PAPER_DAYS)) }, 1],
    [{ date: sure(addDays(LINE.date, -LATE_PAPER_DAYS - 1)) }, 0],
    [{ taxes: [sure({ rate: '21', base: 3001, tax: 630 })] }, 0],
    [{ currency: sure('USD') }, 0],
    [{ isCreditNote: true }, 0],
    [{ supplierTaxId: sure('B83456780'), supplierName: sure('Otra, S.L.') }, 0],
  ];
  for (const [i, [more, found]] of cases.entries()) {
    const id = `${DOC.slice(0, -1)}${i}`;
    await comes(read(more), id);
    expect([i, (await flagsOf(id)).length]).toEqual([i, found]);
  }
});

it('of two bills each gets its own paper, and one that is another is refused with what to do', async () => {
  const { bills, comes, flagsOf, attach, refused, purchases, supplier } = await company([LINE, { ...LINE, date: '2026-03-19' }]);
  const [second, first] = await bills();
  await comes(read({ date: sure('2026-03-15'), number: sure('NS-89') }));
  expect(await flagsOf()).toMatchObject([{ document: second.id }]);
  // It was issued after the first had been posted.
  expect(await refused(first.id)).toEqual([422, 'bill_paper.date', 'body.date']);
  expect(await refused(second.id, { documentId: DOC, date: '2026-03-20' })).toEqual([422, 'bill_paper.date', 'body.date']);
  await comes(read({ taxes: [sure({ rate: '10', base: 3300, tax: 330 })] }), OTHER_DOC);
  expect(await refused(second.id, { documentId: OTHER_DOC })).toEqual([422, 'bill_paper.amount', 'body.documentId']);
  expect(await attach(second.id)).toMatchObject({ reference: 'NS-89' });
  expect(await refused(second.id, { documentId: OTHER_DOC })).toEqual([422, 'bill_paper.bill', 'path.billId']);
  expect(await refused(first.id, { documentId: DOC, date: '2026-03-01' })).toEqual([422, 'document.claimed', 'body.documentId']);
  const entered = await purchases.bill(supplier.id, 'A-1', '10.00');
  expect(await refused(entered.id, { documentId: OTHER_DOC })).toEqual([422, 'bill_paper.bill', 'path.billId']);
  // A number that another bill of the supplier has.
  const third = `${DOC.slice(0, -1)}9`;
  await comes(read({ number: sure('NS-89') }), third);
  expect(await refused(first.id, { documentId: third })).toEqual([422, 'bill.twice', 'body.reference']);
  expect(await attach(first.id, { documentId: third, reference: 'NS-77' })).toMatchObject({ reference: 'NS-77', date: '2026-03-01' });
});

it('no paper of another supplier, no credit note and none in another currency is attached, however badly it was read', async () => {
  const { records, bills, comes, attach, refused, purchases, supplier } = await company();
  const [bill] = await bills();
  const other = await purchases.supplier({ name: 'Otra SL', taxId: 'B65410011', expenseAccount: '629' });
  const doubted = [{ value: { rate: '21', base: 3000, tax: 630 }, confidence: 0.1 }];
  const cases: readonly (readonly [Partial<DocumentFields>, string | null, string])[] = [
    [{}, other.id, 'bill_paper.supplier'],
    [{ supplierTaxId: sure('B65410011') }, null, 'bill_paper.supplier'],
    [{ taxes: doubted, isCreditNote: true }, supplier.id, 'bill_paper.credit_note'],
    [{ currency: sure('USD') }, supplier.id, 'bill_paper.currency'],
    [{ taxes: doubted, currency: sure('USD') }, supplier.id, 'bill_paper.currency'],
  ];
  for (const [i, [fields, supplierId, code]] of cases.entries()) {
    const id = `${DOC.slice(0, -1)}${i}`;
    await comes(read(fields), id, supplierId);
    expect([i, ...(await refused(bill.id, { documentId: id }))]).toEqual([i, 422, code, 'body.documentId']);
    expect((await records.getOrThrow(IntakeDocuments, id)).state).toBe('ready');
  }
  // Whoever chose the supplier of a paper whose tax id was read wrongly is believed; what nobody could read is taken.
  await comes(read({ supplierTaxId: sure('B65410011'), taxes: doubted }), DOC, supplier.id);
  expect(await attach(bill.id)).toMatchObject({ reference: 'NS-2026/88' });
});

describe('a number is entered once', () => {
  const numbered = (supplierId: string, receivedOn: string) => ({
    ...{ supplierId, reference: 'NS-2026/88', date: '2026-03-01', receivedOn, lines: [{ net: eur('30.00') }] },
  });
  /** What is done beside the first write of some work. */
  const besideFirst = (beside: () => Promise<unknown>, work: () => Promise<unknown>) => {
    let isFirst = true;
    return withFault(
      async (send) => {
        if (isFirst) {
          isFirst = false;
          await aside(beside);
        }
        return send();
      },
      (_, name) => isWrite(name),
      work,
    );
  };

  it.each(['2026-03-10', '2026-04-02'])('by who attaches its paper, while another enters it on %s', async (receivedOn) => {
    const { bank, bills, comes, purchases, supplier } = await company();
    await comes(read());
    const [bill] = await bills();
    const { result } = await besideFirst(
      () => purchases.done('ana', 'POST /payables/bills', numbered(supplier.id, receivedOn)),
      () => bank.ask('ana', `POST /banking/bills/${bill.id}/paper`, { documentId: DOC }),
    );
    expect((result as { body: { code: string } }).body.code).toBe('bill.twice');
  });

  it.each(['2026-03-10', '2026-04-02'])('by who enters it on %s, while another attaches its paper', async (receivedOn) => {
    const { bills, comes, attach, purchases, supplier } = await company();
    await comes(read());
    const [bill] = await bills();
    const { result } = await besideFirst(
      () => attach(bill.id),
      () => purchases.refused('ana', 'POST /payables/bills', numbered(supplier.id, receivedOn)),
    );
    expect(result).toEqual([422, 'bill.twice', 'body.reference']);
  });
});

it('a bill has its paper and the document is entered, or neither, wherever a crash is', async () => {
  const { records, bank, bills, comes } = await company();
  await comes(read());
  const [bill] = await bills();
  const restore = table.keep();
  for (const fault of [crashBefore, crashAfter]) {
    restore();
    await withFault(
      fault,
      (_, name) => isWrite(name),
      () => bank.ask('ana', `POST /banking/bills/${bill.id}/paper`, { documentId: DOC }),
    ).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    const [{ documentId }, { state }] = [await records.getOrThrow(SupplierBills, bill.id), await records.getOrThrow(IntakeDocuments, DOC)];
    expect([documentId, state]).toEqual(fault === crashBefore ? [undefined, 'ready'] : [DOC, 'entered']);
  }
});

it('undone with its line, the bill leaves its number and its paper free', async () => {
  const { bank, records, account, bills, comes, attach, purchases, supplier } = await company();
  await comes(read());
  const [bill] = await bills();
  await attach(bill.id);
  const [line] = await bank.lines(account.id, {});
  await bank.unmatch('ana', line.id);
  expect(await records.getOrThrow(SupplierBills, bill.id)).toMatchObject({ reversal: { reason: expect.any(String) } });
  const paper = {
    supplierId: supplier.id,
    reference: 'NS-2026/88',
    date: '2026-03-01',
    receivedOn: '2026-04-02',
    lines: [{ net: eur('30.00') }],
  };
  expect(await purchases.done('ana', 'POST /payables/bills', paper)).toMatchObject({ reference: 'NS-2026/88', open: eur('36.30') });
});

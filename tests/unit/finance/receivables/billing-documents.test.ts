import { describe, expect, it } from 'vitest';
import type { PeriodSequence } from '#domain/finance/ledger/period-sequence.ts';
import { Posting } from '#domain/finance/ledger/posting.ts';
import { creditAll } from '#domain/finance/receivables/credit.ts';
import { creditNoteOver, newCreditNote } from '#domain/finance/receivables/credit-note-issue.ts';
import { type CreditNote, type Invoice, netUnitPrice } from '#domain/finance/receivables/invoice.ts';
import { type InvoiceRequest, newInvoice } from '#domain/finance/receivables/invoice-issue.ts';
import { receivePayment, refundOf } from '#domain/finance/receivables/payment.ts';
import type { Receipt, Refund } from '#domain/finance/receivables/receipt.ts';
import { totalsOf } from '#domain/finance/tax/totals.ts';
import type { Change, Stored } from '#kernel/record.ts';

const sequence: Stored<PeriodSequence> = { id: 'per_2026/03.0', rev: 5, history: [], period: '2026-03', shard: 0, state: 'open', seq: 7 };
const posting = (date = '2026-03-10', at: Stored<PeriodSequence> | undefined = sequence, canPostToClosed = false) =>
  new Posting(at, { date, canPostToClosed });
const customer = { id: 'cus_X', name: 'Cliente', taxId: 'B58378431', address: undefined, email: undefined };
const issuer = { address: { country: 'ES' }, policies: {} };

function request(pricesIncludeTax = false, price = 1000): InvoiceRequest {
  const goods = { code: 'A', name: 'Taza', kind: 'stocked' as const, quantity: '1', price: '10', taxCode: 'IVA-G', percent: '21' };
  const { nets, ...totals } = totalsOf(
    [
      { ...goods, amount: price },
      { ...goods, amount: 500 },
    ],
    pricesIncludeTax,
  );
  const lines = [
    { ...goods, net: nets[0] ?? 0 },
    { ...goods, kind: 'service' as const, net: nets[1] ?? 0 },
  ];
  return { customer, lines, totals, pricesIncludeTax, paymentDays: 30, issuer };
}
const entryOf = ({ entry }: Pick<Invoice, 'entry'>) => (entry?.lines ?? []).map((line) => [line.account, line.amount]);
/** The record as a change leaves it. */
const left = <T>(change: Change | undefined): T => (change?.op === 'create' || change?.op === 'update' ? change.data : undefined) as T;

describe('issuing an invoice', () => {
  it('gives the number of its series, the due date and a balanced entry', () => {
    const session = posting();
    const { invoiceId, invoice, changes } = newInvoice(session, { count: 12 }, request());
    expect(invoiceId).toBe('inv_F2026-000012');
    expect(changes).toMatchObject([
      {
        op: 'create',
        contested: true,
        id: invoiceId,
        data: { number: 'F2026-000012', dueDate: '2026-04-09', open: 1815, allocations: [] },
      },
    ]);
    // 15.00 × 21 % = 3.15
    expect(entryOf(invoice)).toEqual([
      ['430', 1815],
      ['700', -1000],
      ['705', -500],
      ['477', -315],
    ]);
    expect(session.changes()).toMatchObject([{ op: 'update', before: { rev: 5 }, data: { seq: 8 } }]);
  });

  it('takes cost lines into the same entry', () => {
    const costs = [
      { account: '610', amount: 400 },
      { account: '300', amount: -400 },
    ];
    expect(newInvoice(posting(), { count: 12 }, { ...request(), costs }).entry.lines).toHaveLength(6);
  });

  it('posts the cent that no net can give', () => {
    // 15.01 with tax: 12.40 + 2.60 = 15.00 and 12.41 + 2.61 = 15.02, nothing between.
    const lines = entryOf(newInvoice(posting(), { count: 12 }, request(true, 1001)).invoice);
    expect(lines.find(([account]) => account === '430')).toEqual(['430', 1501]);
    expect(lines.filter(([account]) => account === '669' || account === '769')).toHaveLength(1);
    expect(lines.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(0);
  });

  it('names the day of the operation only where it is another than that of issue', () => {
    expect(newInvoice(posting(), { count: 12 }, { ...request(), operationDate: '2026-03-02' }).invoice.operationDate).toBe('2026-03-02');
    expect(newInvoice(posting(), { count: 12 }, { ...request(), operationDate: '2026-03-10' }).invoice).not.toHaveProperty('operationDate');
  });

  it.each([
    ['2026-03-11', { outOfOrder: { number: 'F2026-000011', date: '2026-03-11' } }],
    ['2026-03-10', {}],
    ['2026-03-09', {}],
  ])('says where its date runs against its number: the one before is of %s', (date, said) => {
    const { outOfOrder, number } = newInvoice(posting(), { count: 12, before: { number: 'F2026-000011', date } }, request()).invoice;
    expect({ number, ...(outOfOrder ? { outOfOrder } : {}) }).toEqual({ number: 'F2026-000012', ...said });
  });

  it('that is paid on the spot makes the receipt too, by the same posting', () => {
    const session = posting();
    const paid = { receiptId: 'rcp_1', method: 'cash', reference: '536365' } as const;
    const { invoice, changes } = newInvoice(session, { count: 12 }, { ...request(), paid });
    expect(invoice).toMatchObject({ open: 0, allocations: [{ with: 'rcp_1', amount: 1815 }], entry: { seq: 8 } });
    expect(left<Receipt>(changes[1])).toMatchObject({
      open: 0,
      amount: 1815,
      reference: '536365',
      allocations: [{ with: 'inv_F2026-000012', amount: 1815 }],
      entry: { seq: 9, text: 'Cobro Cliente 536365', lines: [{ account: '570' }, { account: '430', party: 'cus_X' }] },
    });
    expect(session.changes()).toMatchObject([{ data: { seq: 9 } }]);
  });

  it.each([
    ['there is no period', undefined, false, 'period.not_open'],
    ['the period is closed to the caller', { ...sequence, state: 'closed' as const }, false, 'period.closed'],
    ['the period is locked, even to an accountant', { ...sequence, state: 'locked' as const }, true, 'period.locked'],
  ])('is refused where %s', (_, at, canPostToClosed, code) => {
    const session = new Posting(at, { date: '2026-03-10', canPostToClosed });
    expect(() => newInvoice(session, { count: 12 }, request())).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where there is nothing to ask for', () => {
    const nothing = { ...request(), totals: { net: 0, tax: 0, rounding: 0, gross: 0, taxes: [] } };
    expect(() => newInvoice(posting(), { count: 12 }, nothing)).toThrow(expect.objectContaining({ code: 'invoice.zero' }));
  });

  it('shows unit prices without tax (RD 1619/2012 art. 6.1.f)', () => {
    expect(netUnitPrice({ price: '11.90', percent: '21' }, true)).toBe('9.8347');
    expect(netUnitPrice({ price: '12.10', percent: '21' }, true)).toBe('10');
    expect(netUnitPrice({ price: '11.90', percent: '21' }, false)).toBe('11.90');
    expect(netUnitPrice({ price: '11.90', percent: '0' }, true)).toBe('11.9');
  });
});

const issued = (open: number, date = '2026-03-10'): Stored<Invoice> => ({
  ...newInvoice(posting(date), { count: 12 }, request()).invoice,
  id: 'inv_F2026-000012',
  rev: 1,
  history: [],
  open,
});

describe('crediting an invoice', () => {
  const credit = (invoice: Stored<Invoice>, date = '2026-03-20', session = posting(date)) =>
    creditNoteOver(session, { count: 3 }, { invoice, credited: creditAll(invoice), reason: 'Error' });

  it('takes the open amount first, on both sides, and leaves the rest as unapplied credit', () => {
    const { creditNoteId, note, changes, invoiceChange } = credit(issued(815));
    expect(creditNoteId).toBe('crn_R2026-000003');
    expect(note).toMatchObject({
      number: 'R2026-000003',
      corrects: 'inv_F2026-000012',
      open: 1000,
      allocations: [{ with: 'inv_F2026-000012', amount: 815 }],
    });
    expect(left<Invoice>(invoiceChange)).toMatchObject({
      open: 0,
      allocations: [{ with: creditNoteId, amount: 815 }],
      credited: [1000, 500],
      creditedTaxes: { 'IVA-G': 315 },
      creditNoteIds: [creditNoteId],
    });
    expect(entryOf(note)).toEqual([
      ['430', -1815],
      ['708', 1000],
      ['705', 500],
      ['477', 315],
    ]);
    expect(changes).toMatchObject([{ op: 'create', contested: true, id: creditNoteId }]);
  });

  it('of a paid invoice is all unapplied credit', () => {
    expect(credit(issued(0)).note).toMatchObject({ open: 1815, allocations: [] });
  });

  it('is not dated before the invoice', () => {
    expect(() => credit(issued(1815), '2026-03-09')).toThrow(expect.objectContaining({ code: 'credit_note.too_early' }));
  });

  it('several times in one action numbers entries one after the other', () => {
    const session = posting('2026-03-20');
    const seqs = [issued(1815), { ...issued(1815), id: 'inv_F2026-000013' }].map((invoice) => credit(invoice, '', session).note.entry?.seq);
    expect(seqs).toEqual([8, 9]);
    expect(session.changes()).toMatchObject([{ data: { seq: 9 } }]);
  });
});

describe('a credit note that stands by itself', () => {
  it('can be paid back on the spot', () => {
    const refunded = { refundId: 'rfd_1', method: 'cash' } as const;
    const { note, changes } = newCreditNote(posting(), { count: 3 }, { ...request(), reason: 'Devolución C1', refunded });
    expect(note).toMatchObject({ open: 0, allocations: [{ with: 'rfd_1', amount: 1815 }] });
    expect(left<Refund>(changes[1])).toMatchObject({ from: 'crn_R2026-000003', amount: 1815, entry: { seq: 9 } });
  });

  it('is refused where it would give nothing back', () => {
    const nothing = { ...request(), totals: { net: 0, tax: 0, rounding: 0, gross: 0, taxes: [] }, reason: 'Error' };
    expect(() => newCreditNote(posting(), { count: 3 }, nothing)).toThrow(expect.objectContaining({ code: 'credit_note.zero' }));
  });
});

describe('money', () => {
  const payment = { id: 'rcp_1', customer, method: 'bank', amount: 2000 } as const;

  it('received pays invoices, and the rest stays as credit', () => {
    const [receipt, invoice] = receivePayment(posting(), payment, [{ id: 'inv_F2026-000012', amount: 1815 }], [issued(1815)]).changes;
    expect(receipt).toMatchObject({
      op: 'create',
      id: 'rcp_1',
      data: { open: 185, entry: { lines: [{ account: '572' }, { account: '430' }] } },
    });
    expect(receipt).not.toHaveProperty('data.id');
    expect(left<Invoice>(invoice)).toMatchObject({ open: 0, allocations: [{ with: 'rcp_1', amount: 1815 }] });
  });

  it('received is never allocated beyond its amount', () => {
    const requested = [{ id: 'inv_F2026-000012', amount: 2001 }];
    expect(() => receivePayment(posting(), payment, requested, [issued(9000)])).toThrow(
      expect.objectContaining({ code: 'allocation.over_receipt', field: 'body.allocations' }),
    );
  });

  it('is paid back out of a credit note as out of a receipt, and not before its day', () => {
    const note: Stored<CreditNote> = {
      ...newCreditNote(posting(), { count: 3 }, { ...request(), reason: 'x' }).note,
      id: 'crn_R2026-000003',
      rev: 2,
      history: [],
    };
    const receipt: Stored<Receipt> = {
      ...left<Receipt>(receivePayment(posting(), payment, [], []).changes[0]),
      id: 'rcp_1',
      rev: 1,
      history: [],
    };
    for (const [source, kind] of [
      [note, 'credit-note'],
      [receipt, 'receipt'],
    ] as const) {
      const [refund, after] = refundOf(posting(), customer, { id: 'rfd_1', source, amount: 815, method: 'bank' }).changes;
      expect(left<Refund>(refund)).toMatchObject({ amount: 815, from: source.id, customerName: 'Cliente' });
      expect(after).toMatchObject({ op: 'update', type: { kind }, data: { open: source.open - 815, allocations: [{ with: 'rfd_1' }] } });
    }
    expect(() => refundOf(posting('2026-03-09'), customer, { id: 'rfd_1', source: note, amount: 1, method: 'bank' })).toThrow(
      expect.objectContaining({ code: 'refund.too_early' }),
    );
  });
});

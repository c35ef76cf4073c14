import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../shared/domain/finance/ledger/gate.ts';
import { creditAll } from '../../../../shared/domain/finance/receivables/credit.ts';
import { creditInvoice } from '../../../../shared/domain/finance/receivables/crediting.ts';
import { asIssued, type Invoice, netUnitPrice } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { type Billable, invoiceIdOf, postInvoice } from '../../../../shared/domain/finance/receivables/issue.ts';
import { totalsOf } from '../../../../shared/domain/finance/tax/totals.ts';
import type { Stored } from '../../../../shared/kernel/record.ts';

const gate: Stored<Gate> = { id: 'gat_2026-03.0', rev: 5, history: [], period: '2026-03', lane: 0, state: 'open', seq: 7 };

function bill(pricesIncludeTax = false, price = 1000): Billable {
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
  return { date: '2026-03-10', customerId: 'cus_X', customer: { name: 'Cliente' }, lines, totals, pricesIncludeTax };
}
const issuing = { count: 12, gate, adjusts: false, paymentDays: 30 };
const entryOf = (data: object) => (data as Invoice).entry.lines.map((l) => [l.account, l.amount]);

describe('issuing an invoice', () => {
  it('gives the number of its series, the due date and a balanced entry, in one set of changes', () => {
    const { invoiceId, changes } = postInvoice(bill(), issuing);
    expect(invoiceId).toBe('inv_F2026-000012');
    expect(invoiceIdOf('2027-01-01', 1)).toBe('inv_F2027-000001');
    const [document, counter] = changes;
    expect(document).toMatchObject({
      op: 'create',
      contested: true,
      id: invoiceId,
      data: { number: 'F2026-000012', dueDate: '2026-04-09', open: 1815, allocations: [] },
    });
    // 15.00 × 21 % = 3.15
    expect(document?.op === 'create' && entryOf(document.data)).toEqual([
      ['430', 1815],
      ['700', -1000],
      ['705', -500],
      ['477', -315],
    ]);
    expect(counter).toMatchObject({ op: 'update', before: { rev: 5 }, data: { seq: 8 } });
  });

  it('takes cost lines into the same entry', () => {
    const { entries } = postInvoice(bill(), {
      ...issuing,
      costs: [
        { account: '610', amount: 400 },
        { account: '300', amount: -400 },
      ],
    });
    expect(entries).toHaveLength(1);
    expect(entries[0]?.lines).toHaveLength(6);
  });

  it('posts the cent that no net can give', () => {
    // 15.01 with tax: 12.40 + 2.60 = 15.00 and 12.41 + 2.61 = 15.02, nothing between.
    const { changes } = postInvoice(bill(true, 1001), issuing);
    const lines = changes[0]?.op === 'create' ? entryOf(changes[0].data) : [];
    expect(lines.find(([account]) => account === '430')).toEqual(['430', 1501]);
    expect(lines.filter(([account]) => account === '669' || account === '769')).toHaveLength(1);
    expect(lines.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(0);
  });

  it.each([
    ['there is no period', undefined, false, 'period.not_open'],
    ['the period is closed to the caller', { ...gate, state: 'closed' as const }, false, 'period.closed'],
    ['the period is locked, even to an accountant', { ...gate, state: 'locked' as const }, true, 'period.locked'],
  ])('is refused where %s', (_, at, adjusts, code) => {
    expect(() => postInvoice(bill(), { ...issuing, gate: at, adjusts })).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where there is nothing to ask for', () => {
    const nothing = { ...bill(), totals: { net: 0, tax: 0, rounding: 0, gross: 0, taxes: [] } };
    expect(() => postInvoice(nothing, issuing)).toThrow(expect.objectContaining({ code: 'invoice.zero' }));
  });

  it('shows unit prices without tax (RD 1619/2012 art. 6.1.f)', () => {
    expect(netUnitPrice({ price: '11.90', percent: '21' }, true)).toBe('9.8347');
    expect(netUnitPrice({ price: '12.10', percent: '21' }, true)).toBe('10');
    expect(netUnitPrice({ price: '11.90', percent: '21' }, false)).toBe('11.90');
    expect(netUnitPrice({ price: '11.90', percent: '0' }, true)).toBe('11.9');
  });
});

describe('crediting an invoice', () => {
  const issued = (open: number, date = '2026-03-10'): Stored<Invoice> => {
    const { changes } = postInvoice({ ...bill(), date }, issuing);
    return { ...((changes[0] as { data: object }).data as Invoice), id: 'inv_F2026-000012', rev: 1, history: [], open };
  };
  const credit = (invoice: Stored<Invoice>, date = '2026-03-20') =>
    creditInvoice({ invoice, credited: creditAll(invoice), date, reason: 'Error', costs: [], count: 3, request: 'crq_1' }, gate, false);

  it('takes the open amount first, on both sides, and leaves the rest as unapplied credit', () => {
    const { id, note, after, changes } = credit(issued(815));
    expect(id).toBe('crn_R2026-000003');
    expect(note).toMatchObject({
      number: 'R2026-000003',
      corrects: 'inv_F2026-000012',
      open: 1000,
      applied: 1,
      allocations: [{ with: 'inv_F2026-000012', amount: 815 }],
    });
    expect(after).toMatchObject({
      open: 0,
      allocations: [{ with: id, amount: 815 }],
      credited: [1000, 500],
      creditedTaxes: { 'IVA-G': 315 },
      creditNotes: [{ id, request: 'crq_1' }],
    });
    expect(note.entry.lines.map((l) => [l.account, l.amount])).toEqual([
      ['430', -1815],
      ['708', 1000],
      ['705', 500],
      ['477', 315],
    ]);
    expect(changes).toHaveLength(2);
  });

  it('of a paid invoice is all unapplied credit', () => {
    expect(credit(issued(0)).note).toMatchObject({ open: 1815, applied: 0, allocations: [] });
  });

  it('is not dated before the invoice', () => {
    expect(() => credit(issued(1815), '2026-03-09')).toThrow(expect.objectContaining({ code: 'credit_note.too_early' }));
  });

  it('leaves the first answer of the invoice as it was', () => {
    const invoice = issued(1815);
    expect(asIssued({ ...credit(invoice).after, reminders: 2 })).toEqual(asIssued(invoice));
  });
});

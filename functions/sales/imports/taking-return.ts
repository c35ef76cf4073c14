import type { Entry, EntryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { creditNoteIdOf } from '#domain/finance/receivables/crediting.ts';
import {
  type CreditNote,
  CreditNotes,
  creditNoteSeries,
  type InvoiceLine,
  numberIn,
  partyOf,
} from '#domain/finance/receivables/invoice.ts';
import { issueCreditNote } from '#domain/finance/receivables/issue.ts';
import { settle } from '#domain/finance/receivables/open-item.ts';
import { costLines } from '#domain/finance/receivables/postings.ts';
import { Refunds } from '#domain/finance/receivables/receipt.ts';
import { refundDraft, refundOf } from '#domain/finance/receivables/refunding.ts';
import { totalsOf } from '#domain/finance/tax/totals.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import type { Made } from '#domain/sales/imports/shop-document.ts';
import { yearOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { type Change, create, createNext } from '#kernel/record.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { nextNumber } from '#runtime/sequence.ts';
import { goodsBack } from './goods-back.ts';
import { exposure } from './paying.ts';
import type { Refusal, Taking } from './taking.ts';
import { referenceOf, returnChanges, Ties, type ValuedSale, valueSales } from './tying.ts';

/** Takes a return: a credit note over its rows, tied to the sales that they take back; the goods come back; a walk-in is refunded. One transaction. */
export async function takeReturn(records: Records, taking: Taking): Promise<Made | Refusal> {
  const { document, company, customer } = taking;
  const { date } = document.head;
  if (!company.fiscalYears.includes(yearOf(date)))
    throw refused('period.not_open', `There is no fiscal year for ${date}. Open it first.`, 'body.date', { date, year: yearOf(date) });
  const lines = creditLinesOf(taking);
  const { nets, ...totals } = totalsOf(
    lines.map((line) => ({ ...line, amount: line.net })),
    false,
  );
  if (totals.gross === 0)
    return { code: 'zero-price', message: 'All of the document together comes to zero.', params: { why: 'document' } };
  const ties = new Ties(records, customer.id, date);
  for (const [i, row] of document.rows.entries()) await ties.tie(i, row);
  const { unreferenced } = ties;
  const sales = valueSales(ties);
  const back = await goodsBack(records, taking, sales);
  const note = await creditNote(records, taking, { lines, totals, cost: back.cost, reference: referenceOf(sales, unreferenced) });
  const made: Made = {
    creditNoteId: note.id,
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    cash: customer.walkIn ? totals.gross : 0,
    ...(unreferenced.length > 0 ? { unreferenced } : {}),
  };
  const exposed = customer.walkIn ? [] : await exposure(records, customer, -totals.gross);
  const changes = [...note.changes, ...returnsOf(taking, sales, note.id), ...back.changes, ...exposed, taking.save(made)];
  if (changes.length > MAX_TRANSACTION_ITEMS)
    return {
      code: 'too-long',
      message: `The return would change ${changes.length} records at once; at most ${MAX_TRANSACTION_ITEMS} can. Split it.`,
      params: { records: changes.length, limit: MAX_TRANSACTION_ITEMS, why: 'return' },
    };
  await records.commit(changes);
  return made;
}

const reasonOf = (number: string): string => `Devolución ${number}`;

/** A return for each sale of which something comes back. */
const returnsOf = ({ document, customer, idOf }: Taking, sales: readonly ValuedSale[], creditNoteId: string): Change[] =>
  sales.flatMap((sale) =>
    returnChanges(sale, {
      returnId: idOf('ret', sale.order.id),
      receiptId: idOf('rrc', sale.order.id),
      date: document.head.date,
      reason: reasonOf(document.number),
      creditNoteId,
      refundId: customer.walkIn ? idOf('rfd') : undefined,
    }),
  );

/** The rows as the credit note shows them: at their own price, each rounded for itself. */
function creditLinesOf({ document: { rows, head }, masters, profile }: Taking): InvoiceLine[] {
  const percent = taxPercent(profile.taxCode, head.date);
  return rows.map((row) => {
    const item = masters.item(row.code);
    return {
      code: item.code,
      name: row.description || item.name,
      kind: item.kind,
      quantity: row.quantity,
      price: row.price,
      taxCode: profile.taxCode,
      percent,
      net: lineNet(row.quantity, row.price),
    };
  });
}

interface Credited {
  readonly lines: readonly InvoiceLine[];
  readonly totals: CreditNote['totals'];
  readonly cost: number;
  readonly reference: { readonly corrects?: string; readonly notes?: string };
}

/** The numbered credit note, its entry and, for a walk-in, the refund in cash: all through one gate. */
async function creditNote(
  records: Records,
  taking: Taking,
  { lines, totals, cost, reference: { corrects, notes } }: Credited,
): Promise<{ id: string; changes: Change[] }> {
  const { customer, document, idOf } = taking;
  const { date } = document.head;
  const count = await nextNumber(records, CreditNotes, (n) => creditNoteIdOf({ date, count: n }));
  const id = creditNoteIdOf({ date, count });
  const { creditNote: note, draft } = issueCreditNote(
    {
      number: numberIn(creditNoteSeries(date), count),
      date,
      customerId: customer.id,
      customer: partyOf(customer),
      lines,
      totals,
      pricesIncludeTax: false,
      ...(notes ? { notes } : {}),
    },
    { reason: reasonOf(document.number), ...(corrects ? { corrects } : {}) },
    costLines(-cost),
  );
  const paid = { customer, date, amount: totals.gross, method: 'cash' } as const;
  const drafts: EntryDraft[] = customer.walkIn ? [draft, refundDraft(paid)] : [draft];
  const { entries, change } = post(await records.get(Gates, gateIdFor(date, id)), drafts);
  const posted: CreditNote = { ...note, entry: entries[0] as Entry };
  if (!customer.walkIn) return { id, changes: [createNext(CreditNotes, id, posted), change] };
  const settled = { ...settle(posted, idOf('rfd'), date, totals.gross, 'body'), applied: 1 };
  const refund = refundOf(paid, id, entries[1] as Entry);
  return { id, changes: [createNext(CreditNotes, id, settled), create(Refunds, idOf('rfd'), refund), change] };
}

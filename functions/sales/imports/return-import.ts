import type { CreditNote, InvoiceLine } from '#domain/finance/receivables/invoice.ts';
import type { PayoutRule } from '#domain/finance/receivables/payout.ts';
import { costLines } from '#domain/finance/receivables/postings.ts';
import { totalsOf } from '#domain/finance/tax/totals.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import type { CreatedRecords } from '#domain/sales/imports/shop-document.ts';
import { yearOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import { keptUnit } from '#kernel/unit.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from '#runtime/records.ts';
import { adjustExposure, issueCreditNote, openPosting } from '../../finance/service.ts';
import { type DocumentImport, type DocumentRefusal, importDay } from './import-context.ts';
import { returnedStockChanges } from './returned-stock.ts';
import { referenceOf, returnChanges, SaleMatcher, type ValuedSale, valueSales } from './sale-matcher.ts';

/** Takes a return: a credit note over its rows, tied to the sales that they take back; the goods come back; a walk-in is refunded. One transaction. */
export async function importReturn(records: Records, context: DocumentImport): Promise<CreatedRecords | DocumentRefusal> {
  const { document, company, customer } = context;
  const { date } = document.head;
  if (!company.fiscalYears.includes(yearOf(date)))
    throw refused('period.not_open', `There is no fiscal year for ${date}. Open it first.`, 'body.date', { date, year: yearOf(date) });
  const lines = creditLinesOf(context);
  const { nets, ...totals } = totalsOf(
    lines.map((line) => ({ ...line, amount: line.net })),
    false,
  );
  if (totals.gross === 0)
    return { code: 'zero-price', message: 'All of the document together comes to zero.', params: { why: 'document' } };
  const approval = context.approveCredit(customer.walkIn ? totals.gross : 0);
  if ('waits' in approval) return approval.waits;
  const matcher = new SaleMatcher(records, customer.id, date, document.rows);
  for (const [i, row] of document.rows.entries()) await matcher.match(i, row);
  const { unreferenced } = matcher;
  const sales = valueSales(matcher);
  const back = await returnedStockChanges(records, context, sales);
  const note = await creditNote(records, context, {
    lines,
    totals,
    cost: back.cost,
    reference: referenceOf(sales, unreferenced),
    ...approval,
  });
  const created: CreatedRecords = {
    creditNoteId: note.id,
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
    cash: customer.walkIn ? totals.gross : 0,
    ...(unreferenced.length > 0 ? { unreferenced } : {}),
  };
  const exposed = customer.walkIn ? [] : await adjustExposure(records, customer, -totals.gross, { ignoringLimit: true });
  const changes = [...note.changes, ...returnsOf(context, sales, note.id), ...back.changes, ...exposed, context.save(created)];
  if (changes.length > MAX_TRANSACTION_ITEMS)
    return {
      code: 'too-long',
      message: `The return would change ${changes.length} records at once; at most ${MAX_TRANSACTION_ITEMS} can. Split it.`,
      params: { records: changes.length, limit: MAX_TRANSACTION_ITEMS, why: 'return' },
    };
  await records.commit(changes);
  return created;
}

const reasonOf = (number: string): string => `Devolución ${number}`;

/** A return for each sale of which something comes back. */
const returnsOf = ({ document, customer, idOf }: DocumentImport, sales: readonly ValuedSale[], creditNoteId: string): Change[] =>
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
function creditLinesOf({ document: { rows, head }, masters, profile }: DocumentImport): InvoiceLine[] {
  const percent = taxPercent(profile.taxCode, head.date);
  return rows.map((row) => {
    const item = masters.item(row.code);
    return {
      code: item.code,
      name: row.description || item.name,
      kind: item.kind,
      quantity: row.quantity,
      ...keptUnit(item.unit),
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
  readonly overrides: readonly PayoutRule[];
  readonly reference: { readonly corrects?: string; readonly notes?: string };
}

/** The numbered credit note, its entry and, for a walk-in, the refund in cash. */
async function creditNote(
  records: Records,
  { company, customer, document, idOf }: DocumentImport,
  { lines, totals, cost, overrides, reference: { corrects, notes } }: Credited,
): Promise<{ id: string; changes: Change[] }> {
  const posting = await openPosting(records, {
    date: document.head.date,
    today: importDay(records, { company }),
    document: idOf('crn'),
    company,
  });
  const { creditNoteId, changes } = await issueCreditNote(posting, {
    customer,
    lines,
    totals,
    pricesIncludeTax: false,
    notes,
    reason: reasonOf(document.number),
    corrects,
    costs: costLines(-cost),
    refunded: customer.walkIn ? { refundId: idOf('rfd'), method: 'cash', overrides } : undefined,
  });
  return { id: creditNoteId, changes: [...changes, ...posting.changes()] };
}

import { assertDefined } from '#kernel/assert.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { settle } from '../open-items/open-item.ts';
import { type BillingDocument, CreditNotes, Invoices, type StoredCreditNote, type StoredInvoice } from '../receivables/invoice.ts';
import { newReceipt } from '../receivables/payment.ts';
import { type Receipt, Receipts } from '../receivables/receipt.ts';
import { collected, Mandates, type StoredMandate, withCollection } from './mandate.ts';
import type { PaymentRun, RunPayment } from './payment-run.ts';

/** An invoice or credit note that belongs to a run, or no more. */
export function withDebitRun<D extends BillingDocument>(document: D, runId: string | undefined): D {
  const { paymentRunId: _, ...rest } = document;
  return (runId === undefined ? rest : { ...rest, paymentRunId: runId }) as unknown as D;
}

/** Documents of a run's debits by id, and their mandates, as they stand. */
export interface DebitDocuments {
  readonly charges: ReadonlyMap<string, StoredInvoice>;
  readonly credits: ReadonlyMap<string, StoredCreditNote>;
  readonly mandates: ReadonlyMap<string, StoredMandate>;
}

const found = <D>(documents: ReadonlyMap<string, Stored<D>>, id: string): Stored<D> => assertDefined(documents.get(id), id);

/**
 * A debit that the bank collected: the receipt posts the bank to 430, the credit notes and then the money are set against the invoices
 * in their order. What somebody has paid or credited of them meanwhile stays: the money came all the same, and what no invoice takes
 * of it is the customer's credit.
 */
export function settleDebit(
  posting: Posting,
  run: Pick<PaymentRun, 'account'> & { readonly id: string },
  { payment: planned, receiptId }: { readonly payment: RunPayment; readonly receiptId: string },
  documents: DebitDocuments,
): Change[] {
  const { amount, partyId, partyName, mandate: use } = planned;
  const { date } = posting;
  const customer = { id: partyId, name: partyName };
  const money = { method: 'bank', amount, account: run.account, paymentRunId: run.id } as const;
  let receipt: Receipt = newReceipt(posting, customer, money);
  const invoices = planned.charges.map((item) => {
    const before = found(documents.charges, item.id);
    return { left: Math.min(item.amount, before.open), before, after: before };
  });
  const take = (from: string, most: number, settles: (invoiceId: string, part: number) => void) => {
    let rest = most;
    for (const invoice of invoices) {
      const part = Math.min(rest, invoice.left);
      if (part <= 0) continue;
      invoice.after = settle(invoice.after, from, date, part, 'path');
      settles(invoice.after.id, part);
      invoice.left -= part;
      rest -= part;
    }
  };
  const credits = planned.credits.map(({ id, amount: most }) => {
    const before = found(documents.credits, id);
    let after: StoredCreditNote = before;
    take(id, Math.min(most, before.open), (invoiceId, part) => {
      after = settle(after, invoiceId, date, part, 'path');
    });
    return update(CreditNotes, before, withDebitRun(after, undefined));
  });
  take(receiptId, amount, (invoiceId, part) => {
    receipt = settle(receipt, invoiceId, date, part, 'path');
  });
  const mandate = use && found(documents.mandates, use.id);
  return [
    create(Receipts, receiptId, receipt),
    ...credits,
    ...invoices.map(({ before, after }) => update(Invoices, before, withDebitRun(after, undefined))),
    ...(use && mandate ? [update(Mandates, mandate, collected(mandate, use, date))] : []),
  ];
}

/** What frees the documents of a debit, and its mandate: those that belong to the run still. */
export function freeDebit(runId: string, { charges, credits, mandates }: DebitDocuments): Change[] {
  const isOurs = ({ paymentRunId }: { readonly paymentRunId?: string }) => paymentRunId === runId;
  return [
    ...[...charges.values()].filter(isOurs).map((invoice) => update(Invoices, invoice, withDebitRun(invoice, undefined))),
    ...[...credits.values()].filter(isOurs).map((note) => update(CreditNotes, note, withDebitRun(note, undefined))),
    ...[...mandates.values()].filter(isOurs).map((mandate) => update(Mandates, mandate, withCollection(mandate, undefined))),
  ];
}

import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { sortText } from '#kernel/text.ts';
import { isDisputed } from '../receivables/dispute.ts';
import type { StoredCreditNote, StoredInvoice } from '../receivables/invoice.ts';
import { mandateState, mandateUse, type StoredMandate } from './mandate.ts';
import type { LeftOut, RunItem, RunPayment } from './payment-run.ts';
import { MAX_PER_PAYMENT, MAX_PER_RUN } from './run-proposal.ts';

/** What may be collected of customers. */
export interface Collectable {
  /** In the order in which they are due. */
  readonly invoices: readonly StoredInvoice[];
  readonly credits: readonly StoredCreditNote[];
  readonly mandates: readonly StoredMandate[];
  /** The day of collection: mandates must be good until then. */
  readonly date: IsoDate;
}

const sum = (items: readonly RunItem[]): Minor => items.reduce((total, { amount }) => total + amount, 0);
const itemOf = ({ id, number, open }: StoredInvoice | StoredCreditNote): RunItem => ({ id, reference: number, amount: open });

/** Of a customer's mandates that are good, the one that was signed last. */
export const mandateFor = (mandates: readonly StoredMandate[], date: IsoDate): StoredMandate | undefined =>
  mandates
    .filter((mandate) => mandateState(mandate, date) === 'active')
    .toSorted((a, b) => (a.signedOn === b.signedOn ? (a.id < b.id ? -1 : 1) : a.signedOn < b.signedOn ? -1 : 1))
    .at(-1);

/** Invoices of one customer, as many as one debit takes, with as many credit notes as leave something to collect. */
function debitOf(due: readonly RunItem[], notes: readonly RunItem[]) {
  const charges = due.slice(0, MAX_PER_PAYMENT / 2);
  const credits: RunItem[] = [];
  for (const note of notes) if (credits.length < MAX_PER_PAYMENT / 2 && sum(credits) + note.amount < sum(charges)) credits.push(note);
  return { charges, credits, amount: sum(charges) - sum(credits) };
}

/** What no debit collects, by customer: in a foreign currency, since SEPA debits are in euros, or disputed. */
export function uncollectable(invoices: readonly StoredInvoice[]): { collectable: StoredInvoice[]; leftOut: LeftOut[] } {
  const leave = (why: LeftOut['why'], of: readonly StoredInvoice[]): LeftOut[] =>
    [...Map.groupBy(of, ({ customerId }) => customerId)].map(([partyId, theirs]) => ({
      ...{ partyId, partyName: theirs[0]?.customer.name ?? '', why },
      amount: theirs.reduce((total, { open }) => total + open, 0),
    }));
  const [disputed, others] = [invoices.filter(isDisputed), invoices.filter((invoice) => !isDisputed(invoice))];
  return {
    collectable: others.filter(({ foreign }) => !foreign),
    leftOut: [
      ...leave(
        'foreign_currency',
        others.filter(({ foreign }) => foreign),
      ),
      ...leave('disputed', disputed),
    ],
  };
}

/** One debit a customer of what is due, credit notes taken off, and what is left out with its reason. */
export function proposedDebits({ invoices, credits, mandates, date }: Collectable): { payments: RunPayment[]; leftOut: LeftOut[] } {
  const payments: RunPayment[] = [];
  const leftOut: LeftOut[] = [];
  let documents = 0;
  const name = ([first]: readonly StoredInvoice[]) => sortText(first?.customer.name ?? '');
  const byCustomer = [...Map.groupBy(invoices, ({ customerId }) => customerId)].toSorted(([idA, a], [idB, b]) => {
    const [left, right] = [`${name(a)} ${idA}`, `${name(b)} ${idB}`];
    return left < right ? -1 : 1;
  });
  for (const [partyId, theirs] of byCustomer) {
    const partyName = theirs[0]?.customer.name ?? '';
    const due = theirs.map(itemOf);
    const notes = credits.filter(({ customerId }) => customerId === partyId).map(itemOf);
    const leave = (why: LeftOut['why']) => leftOut.push({ partyId, partyName, why, amount: sum(due) - sum(notes) });
    const mandate = mandateFor(
      mandates.filter(({ customerId }) => customerId === partyId),
      date,
    );
    if (!mandate) leave('no_mandate');
    else if (mandate.paymentRunId !== undefined) leave('mandate_in_run');
    else if (sum(notes) >= sum(due)) leave('covered_by_credits');
    else {
      const debit = debitOf(due, notes);
      documents += debit.charges.length + debit.credits.length;
      if (documents > MAX_PER_RUN) leave('no_room');
      else payments.push(debitPayment(payments.length + 1, { partyId, partyName }, mandate, debit));
    }
  }
  return { payments, leftOut };
}

const debitPayment = (
  no: number,
  party: Pick<RunPayment, 'partyId' | 'partyName'>,
  mandate: StoredMandate,
  debit: Pick<RunPayment, 'charges' | 'credits' | 'amount'>,
): RunPayment => ({
  ...{ no, ...party, iban: mandate.iban, ibanBy: mandate.ibanChangedBy, ibanOn: mandate.ibanChangedOn },
  ...{ ...debit, state: 'open', mandate: mandateUse(mandate) },
});

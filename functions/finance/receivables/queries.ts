import { receivables } from '#api/finance/receivables.ts';
import { ageingOf } from '#domain/finance/open-items/ageing.ts';
import { isDisputed } from '#domain/finance/receivables/dispute.ts';
import { Drafts, draftState } from '#domain/finance/receivables/draft.ts';
import {
  type CreditNote,
  CreditNotes,
  Invoices,
  invoiceState,
  isSimplified,
  lacksRecipient,
  type StoredInvoice,
} from '#domain/finance/receivables/invoice.ts';
import { type Receipt, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import {
  type CreditStanding,
  creditNoteActions,
  draftActions,
  invoiceActions,
  receiptActions,
} from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { creditNoteView, draftView, invoiceView, receiptView, refundView } from '#domain/finance/receivables/wire.ts';
import { dunningStepsOf } from '#domain/platform/company/policies.ts';
import { dateIn, yearOf, yearsBetween } from '#kernel/date.ts';
import type { ActionRules } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { may } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, readFlow, recordQuery, serveModule } from '../../platform/service.ts';
import { narrowCredits, openCharges, unapplied } from '../open-items.ts';
import { refusalOfPayer } from './payout.ts';

const { actions } = receivables;

/** What belongs to a credit, and what can be done with it by whoever asks. */
async function creditFlow<T extends Receipt | CreditNote, K extends keyof typeof actions>(
  world: Parameters<typeof readFlow>[0],
  type: RecordType<T>,
  credit: Stored<T>,
  rules: ActionRules<Stored<T> & CreditStanding, K>,
) {
  const { records, caller } = world;
  const asksWhoPays = credit.open > 0 && may(caller, actions.recordRefund.permission);
  const [{ found: _, ...flow }, payer] = await Promise.all([
    readFlow(world, type, credit),
    asksWhoPays ? refusalOfPayer(records, [credit], caller, 'body.from') : undefined,
  ]);
  return { ...flow, actions: actionsOf(caller, actions, rules, { ...credit, payer }) };
}

export const getCreditNote = query(
  actions.getCreditNote,
  ({ path }) => ({ note: required(CreditNotes, path.creditNoteId, 'path.creditNoteId') }),
  async (world) => ({
    ...creditNoteView(world.note),
    ...(await creditFlow(world, CreditNotes, world.note, creditNoteActions)),
  }),
);

export const getDraft = recordQuery(actions.getDraft, Drafts, [actions, draftActions], draftView);

export const getInvoice = recordQuery(actions.getInvoice, Invoices, [actions, invoiceActions], (invoice, { today, company }) =>
  invoiceView(invoice, today, dunningStepsOf(company.policies)),
);

export const getReceipt = query(
  actions.getReceipt,
  ({ path }) => ({ receipt: required(Receipts, path.receiptId, 'path.receiptId') }),
  async (world) => ({ ...receiptView(world.receipt), ...(await creditFlow(world, Receipts, world.receipt, receiptActions)) }),
);

export const getReceivables = query(actions.getReceivables, async ({ tenant, records, today: date }) => {
  const [invoices, unappliedCredits] = await Promise.all([openCharges(records, RECEIVABLES), unapplied(tenant, [CreditNotes, Receipts])]);
  const { open, overdue, ageing, count } = ageingOf(invoices.parts, date);
  return { date, openInvoices: open, overdue, ageing, unappliedCredits, receivable: RECEIVABLES.balance(open, unappliedCredits), count };
});

export const getRefund = recordQuery(actions.getRefund, Refunds, [actions, {}], refundView);

export const listCreditNotes = listQuery(actions.listCreditNotes, CreditNotes, creditNoteView, narrowCredits);

export const listDrafts = query(actions.listDrafts, async ({ query: input, records, company, today, now }) => {
  // A draft is listed under the day it was made, which needs no open fiscal year.
  const years = yearsBetween(yearOf(dateIn(company.timeZone, new Date(company.history[0]?.at ?? now))), yearOf(today));
  const page = await listDated(records, Drafts, years, input, {
    party: input.customerId,
    where: input.state === undefined ? undefined : (draft) => draftState(draft) === input.state,
  });
  return { ...page, items: page.items.map((item) => draftView(item)) };
});

export const listInvoices = listQuery(
  actions.listInvoices,
  Invoices,
  (invoice, { today, caller }) => ({ ...invoiceView(invoice, today), actions: actionsOf(caller, actions, invoiceActions, invoice) }),
  ({ query: { state, simplified, recipientMissing, disputed, customerId: party }, today }) => {
    const matches = (invoice: StoredInvoice) =>
      // What is overdue is open too.
      (!state || state.includes(invoiceState(invoice, today)) || (state.includes('open') && invoice.open > 0)) &&
      (!simplified || String(isSimplified(invoice.number)) === simplified) &&
      (!recipientMissing || String(lacksRecipient(invoice)) === recipientMissing) &&
      (!disputed || String(isDisputed(invoice)) === disputed);
    return { party, where: state || simplified || recipientMissing || disputed ? matches : undefined };
  },
);

export const listReceipts = listQuery(actions.listReceipts, Receipts, receiptView, narrowCredits);

export const listRefunds = listQuery(actions.listRefunds, Refunds, refundView, ({ query }) => ({ party: query.customerId }));

export const handler = serveModule(receivables, {
  getDraft,
  listDrafts,
  listInvoices,
  getInvoice,
  listCreditNotes,
  getCreditNote,
  listReceipts,
  getReceipt,
  listRefunds,
  getRefund,
  getReceivables,
});

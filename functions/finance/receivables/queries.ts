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
import { actionsOf, flowOf, query, readFlow, serveModule } from '../../platform/service.ts';
import { isOpen, openCharges, unapplied } from '../open-items.ts';
import { refusalOfPayer } from './payout.ts';

const { actions } = receivables;

/** What belongs to a credit, and what can be done with it by whoever asks. */
async function creditFlow<T extends Receipt | CreditNote, K extends keyof typeof actions>(
  world: Parameters<typeof readFlow>[0],
  type: RecordType<T>,
  credit: Stored<T>,
  rules: ActionRules<Stored<T> & CreditStanding, K>,
  plan?: Parameters<typeof readFlow>[3],
) {
  const { records, caller } = world;
  const asksWhoPays = credit.open > 0 && may(caller, actions.recordRefund.permission);
  const [{ found: _, ...flow }, payer] = await Promise.all([
    readFlow(world, type, credit, plan),
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

export const getDraft = query(
  actions.getDraft,
  ({ path }) => ({ draft: required(Drafts, path.draftId, 'path.draftId') }),
  async (world) => ({ ...draftView(world.draft), ...(await flowOf(world, Drafts, world.draft, actions, draftActions)) }),
);

export const getInvoice = query(
  actions.getInvoice,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  async (world) => ({
    ...invoiceView(world.invoice, world.today, dunningStepsOf(world.company.policies)),
    ...(await flowOf(world, Invoices, world.invoice, actions, invoiceActions)),
  }),
);

export const getReceipt = query(
  actions.getReceipt,
  ({ path }) => ({ receipt: required(Receipts, path.receiptId, 'path.receiptId') }),
  async (world) => {
    const { receipt } = world;
    const carriers = [receipt.id, receipt.reversal?.id];
    return { ...receiptView(receipt), ...(await creditFlow(world, Receipts, receipt, receiptActions, { carriers })) };
  },
);

export const getReceivables = query(actions.getReceivables, async ({ tenant, records, today: date }) => {
  const [invoices, unappliedCredits] = await Promise.all([openCharges(records, RECEIVABLES), unapplied(tenant, [CreditNotes, Receipts])]);
  const { open, overdue, ageing, count } = ageingOf(invoices.parts, date);
  return { date, openInvoices: open, overdue, ageing, unappliedCredits, receivable: RECEIVABLES.balance(open, unappliedCredits), count };
});

export const getRefund = query(
  actions.getRefund,
  ({ path }) => ({ refund: required(Refunds, path.refundId, 'path.refundId') }),
  async (world) => ({ ...refundView(world.refund), ...(await flowOf(world, Refunds, world.refund, actions, {})) }),
);

export const listCreditNotes = query(actions.listCreditNotes, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, CreditNotes, fiscalYears, input, {
    party: input.customerId,
    where: isOpen(input.open),
  });
  return { ...page, items: page.items.map((item) => creditNoteView(item)) };
});

export const listDrafts = query(actions.listDrafts, async ({ query: input, records, company, today, now }) => {
  // A draft is listed under the day it was made, which needs no open fiscal year.
  const years = yearsBetween(yearOf(dateIn(company.timeZone, new Date(company.history[0]?.at ?? now))), yearOf(today));
  const page = await listDated(records, Drafts, years, input, {
    party: input.customerId,
    where: input.state === undefined ? undefined : (draft) => draftState(draft) === input.state,
  });
  return { ...page, items: page.items.map((item) => draftView(item)) };
});

export const listInvoices = query(actions.listInvoices, async ({ query: input, records, company: { fiscalYears }, today, caller }) => {
  const { state, simplified, recipientMissing, disputed } = input;
  const matches = (invoice: StoredInvoice) =>
    // What is overdue is open too.
    (!state || state.includes(invoiceState(invoice, today)) || (state.includes('open') && invoice.open > 0)) &&
    (!simplified || String(isSimplified(invoice.number)) === simplified) &&
    (!recipientMissing || String(lacksRecipient(invoice)) === recipientMissing) &&
    (!disputed || String(isDisputed(invoice)) === disputed);
  const page = await listDated(records, Invoices, fiscalYears, input, {
    party: input.customerId,
    where: state || simplified || recipientMissing || disputed ? matches : undefined,
  });
  const rowOf = (invoice: StoredInvoice) => ({
    ...invoiceView(invoice, today),
    actions: actionsOf(caller, actions, invoiceActions, invoice),
  });
  return { ...page, items: page.items.map(rowOf) };
});

export const listReceipts = query(actions.listReceipts, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, Receipts, fiscalYears, input, {
    party: input.customerId,
    where: isOpen(input.open),
  });
  return { ...page, items: page.items.map((item) => receiptView(item)) };
});

export const listRefunds = query(actions.listRefunds, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, Refunds, fiscalYears, input, { party: input.customerId });
  return { ...page, items: page.items.map((item) => refundView(item)) };
});

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

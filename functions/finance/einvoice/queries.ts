import { einvoice } from '#api/finance/einvoice.ts';
import { EINVOICE_DUTIES_ES } from '#domain/finance/einvoice/duties-es.ts';
import { EInvoiceFollowUps, followUpId, REPORT, SEND, type StoredFollowUp } from '#domain/finance/einvoice/einvoice-status.ts';
import { type StoredTrust, TrustedCertificates, trustActions, trustView } from '#domain/finance/einvoice/trusted-certificate.ts';
import { VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { verifactuView } from '#domain/finance/einvoice/verifactu-wire.ts';
import { einvoicingView, followUpView } from '#domain/finance/einvoice/wire.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { leftOut } from '#kernel/page.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords, openWork } from '#runtime/open-work.ts';
import { optional, required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, listQuery, query, serveModule } from '../../platform/service.ts';
import { billFile, fileView } from './bill-file.ts';

export const getInvoiceFile = query(
  einvoice.actions.getInvoiceFile,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  async ({ invoice, query: { syntax = 'ubl' }, caller, records, company }) =>
    fileView(syntax, await billFile(invoice, { caller, records, company, syntax, field: 'path.invoiceId' })),
);

export const getCreditNoteFile = query(
  einvoice.actions.getCreditNoteFile,
  ({ path }) => ({ note: required(CreditNotes, path.creditNoteId, 'path.creditNoteId') }),
  async ({ note, query: { syntax = 'ubl' }, caller, records, company }) =>
    fileView(syntax, await billFile(note, { caller, records, company, syntax, field: 'path.creditNoteId' })),
);

export const listEInvoiceDuties = query(einvoice.actions.listEInvoiceDuties, async ({ today }) => ({
  items: EINVOICE_DUTIES_ES.map((duty) => ({ ...duty, inForce: duty.from <= today })),
}));

const { actions } = einvoice;

export const getEInvoicing = query(actions.getEInvoicing, async (world) => einvoicingView(world.company, world));

export const listEInvoices = listQuery(
  actions.listEInvoices,
  EInvoiceFollowUps,
  followUpView,
  ({ query: { direction, state, warning }, company, today }) => {
    const matches = (followUp: StoredFollowUp) => {
      const view = followUpView(followUp, { company, today });
      return (
        (!direction || direction.includes(view.direction)) &&
        (!state || state.includes(view.state)) &&
        (!warning || (view.warning !== undefined && warning.includes(view.warning)))
      );
    };
    return { where: direction || state || warning ? matches : undefined };
  },
);

/** Most of a queue that are shown. */
const SHOWN = 200;

export const listEInvoiceQueue = query(actions.listEInvoiceQueue, async ({ records, tenant, company, today }) => {
  const unreadable = new Set<string>();
  const queues = await Promise.all(
    [REPORT, SEND].map(async (queue) => ({
      work: await openWork(tenant, EInvoiceFollowUps, queue),
      items: await firstOf(openRecords(records, EInvoiceFollowUps, queue, {}, unreadable), SHOWN),
    })),
  );
  const [report, send] = queues;
  const overdue = report?.work.sorts.filter((sort) => sort.slice(0, 10) < today).length ?? 0;
  return {
    items: queues.flatMap(({ items }) => items.map((followUp) => followUpView(followUp, { company, today }))),
    counts: { overdue, due: (report?.work.count ?? 0) - overdue, unsent: send?.work.count ?? 0 },
    ...leftOut(unreadable),
  };
});

async function firstOf<T>(all: AsyncIterable<T>, most: number): Promise<T[]> {
  const first: T[] = [];
  for await (const each of all) {
    first.push(each);
    if (first.length === most) break;
  }
  return first;
}

export const getEInvoice = query(
  actions.getEInvoice,
  ({ path: { documentId } }) => ({
    followUp: optional(EInvoiceFollowUps, followUpId(documentId)),
    document: optional(FOLLOWED[documentId.slice(0, 3)] as typeof Invoices, documentId),
  }),
  async ({ path: { documentId }, followUp, document, records, company, today }) => {
    if (!document) throw notFound('document', documentId, 'path.documentId');
    const { verifactu } = document;
    const record = verifactu === undefined ? undefined : await records.get(VerifactuRecords, verifactuId(verifactu));
    return {
      documentId,
      ...(followUp ? { followUp: followUpView(followUp, { company, today }) } : {}),
      ...(record ? { verifactu: verifactuView(record) } : {}),
    };
  },
);

/** Kinds of what is followed, by the prefix of their ids. */
const FOLLOWED: Readonly<Record<string, unknown>> = { inv: Invoices, crn: CreditNotes, bil: SupplierBills, scn: SupplierCredits };

export const listTrustedCertificates = query(actions.listTrustedCertificates, async ({ query: input, records, caller }) => {
  const { state, q: words, ...page } = input;
  const where = state && ((trust: StoredTrust) => state.includes(trustView(trust).state));
  const found = await listRecords(records, TrustedCertificates, { ...page, words, buckets: ['all'], order: 'asc', where });
  const items = found.items.map((trust) => ({ ...trustView(trust), actions: actionsOf(caller, actions, trustActions, trust) }));
  return { ...found, items };
});

export const handler = serveModule(einvoice, {
  listTrustedCertificates,
  getInvoiceFile,
  getCreditNoteFile,
  listEInvoiceDuties,
  getEInvoicing,
  listEInvoices,
  listEInvoiceQueue,
  getEInvoice,
});

import { receivables } from '#api/finance/receivables.ts';
import { withDispute, withResolution } from '#domain/finance/receivables/dispute.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { invoiceActions } from '#domain/finance/receivables/receivables-actions.ts';
import { invoiceView } from '#domain/finance/receivables/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

const { actions } = receivables;
const inPath = ({ invoiceId }: { readonly invoiceId: string }) => invoiceId;

export const disputeInvoice = command(
  actions.disputeInvoice,
  on(Invoices, inPath),
  ({ body, caller, today }, invoice) => {
    throwIf(invoiceActions.disputeInvoice(invoice));
    return [update(Invoices, invoice, { ...invoice, disputes: withDispute(invoice, body, { by: caller.email, today }) })];
  },
  (invoice, { today }) => invoiceView(invoice, today),
);

export const resolveDispute = command(
  actions.resolveDispute,
  on(Invoices, inPath),
  ({ body, caller, today }, invoice) => {
    throwIf(invoiceActions.resolveDispute(invoice));
    return [update(Invoices, invoice, { ...invoice, disputes: withResolution(invoice, body, { by: caller.email, today }) })];
  },
  (invoice, { today }) => invoiceView(invoice, today),
);

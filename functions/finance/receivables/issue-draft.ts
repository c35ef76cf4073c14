import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { deduct } from '#domain/finance/receivables/advance.ts';
import { Drafts, draftValue } from '#domain/finance/receivables/draft.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { draftActions } from '#domain/finance/receivables/receivables-actions.ts';
import { saleWithheld } from '#domain/finance/receivables/sale-withheld.ts';
import { invoiceView } from '#domain/finance/receivables/wire.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { withAdvance } from '#domain/sales/orders/order-advances.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { adjustExposure, issueInvoice, openPosting } from '../service.ts';
import { issuerOfDraft } from './draft-issuer.ts';
import { orderOfDraft } from './draft-order.ts';

export const issueDraft = command(
  receivables.actions.issueDraft,
  on(Drafts, (path) => path.draftId),
  async ({ body, company: issuer, today, records, caller }, draft) => {
    throwIf(draftActions.issueDraft(draft));
    const date = body.date ?? draft.date ?? today;
    const { currency, rate } = draft;
    const { advances = [], orderId, withholding } = draft;
    const [customer, posting, exchange, paid, order] = await Promise.all([
      records.getOrThrow(Customers, draft.customerId),
      openPosting(records, { date, today, document: draft.id, caller }),
      exchangeFor(records, { currency, rate, date, field: 'body.date' }),
      advances.length > 0 ? records.getMany(Invoices, [...new Set(advances.map(({ invoiceId }) => invoiceId))]) : [],
      orderOfDraft(records, draft, 'path.draftId'),
    ]);
    const { pricesIncludeTax, notes, paymentDays = customer.paymentDays } = draft;
    const issuedBy = issuerOfDraft(issuer, draft, 'path.draftId');
    const value = draftValue(draft, date, exchange);
    const terms = { orderId, ...value, withholding, pricesIncludeTax, notes, paymentDays };
    const kept = saleWithheld(withholding, value.totals.net, date)?.amount ?? 0;
    const [issued, exposed] = await Promise.all([
      issueInvoice(posting, { ...terms, customer, issuer, issuedBy, field: 'path.draftId' }),
      // What is asked for in advance of an order is a part of what its limit was granted for.
      adjustExposure(records, customer, value.totals.gross - kept, { field: 'path.draftId', ignoringLimit: order !== undefined }),
    ]);
    const advanced = paid.flatMap((invoice) => (invoice ? [invoice] : []));
    const deducted = deduct(advanced, advances, issued.invoiceId, 'path.draftId');
    return [
      update(Drafts, draft, { ...draft, invoiceId: issued.invoiceId }),
      ...issued.changes,
      ...deducted,
      ...(order ? [update(Orders, order, withAdvance(order, customer.id, issued.invoiceId, 'path.draftId'))] : []),
      ...posting.changes(),
      ...exposed,
    ];
  },
  async (draft, { records, today }) =>
    invoiceView(await records.getOrThrow(Invoices, assertDefined(draft.invoiceId, 'the invoice')), today),
);

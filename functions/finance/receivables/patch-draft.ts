import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { type Draft, Drafts, draftValue } from '#domain/finance/receivables/draft.ts';
import { draftActions } from '#domain/finance/receivables/receivables-actions.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { optional } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { itemsOf, resolveLines } from './draft-items.ts';

export const patchDraft = command(
  receivables.actions.patchDraft,
  on(
    Drafts,
    (path) => path.draftId,
    ({ body }) => ({ customer: optional(Customers, body.customerId), items: itemsOf(body.lines) }),
  ),
  ({ body, customer, items }, before) => {
    throwIf(draftActions.patchDraft(before));
    if (body.customerId && !customer) throw notFound(Customers.kind, body.customerId, 'body.customerId');
    const lines = body.lines && resolveLines(body.lines, items);
    const { data, was } = applyPatch<Draft>(before, { ...body, lines, customerName: customer?.name });
    draftValue(data, data.date ?? data.madeOn);
    return Object.keys(was).length === 0 ? before : [update(Drafts, before, data as typeof before, was)];
  },
  draftView,
);

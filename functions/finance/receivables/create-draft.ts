import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { Drafts, draftValue } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { itemsOf, resolveLines } from './draft-items.ts';

export const createDraft = command(
  receivables.actions.createDraft,
  creates(Drafts, 'drf', ({ body }) => ({ customer: required(Customers, body.customerId, 'body.customerId'), items: itemsOf(body.lines) })),
  ({ body, today, customer, items, newId }) => {
    const draft = { ...body, lines: resolveLines(body.lines, items), customerName: customer.name, madeOn: today };
    draftValue(draft, draft.date ?? draft.madeOn); // Refuses what could never be issued.
    return [create(Drafts, newId('drf'), draft)];
  },
  draftView,
);

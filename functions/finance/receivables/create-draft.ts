import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { Drafts, draftValue, foreignCurrency } from '#domain/finance/receivables/draft.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { defined } from '#kernel/optional.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { issuerOfDraft } from './draft-issuer.ts';
import { advancesOf, dimensionedLines, itemsOf, resolveAdvances, resolveLines } from './draft-items.ts';
import { orderOfDraft } from './draft-order.ts';
import { requireWithholding } from './draft-withheld.ts';

export const createDraft = command(
  receivables.actions.createDraft,
  creates(Drafts, 'drf', ({ body }) => ({
    customer: required(Customers, body.customerId, 'body.customerId'),
    items: itemsOf(body.lines),
    paid: advancesOf(body.advances),
  })),
  async ({ body: { currency: unit, advances: asked = [], ...body }, today, customer, items, paid, newId, records, company }) => {
    const told = await dimensionedLines(records, body.lines, items, customer);
    const [currency, date] = [foreignCurrency(unit), body.date ?? today];
    const exchange = await exchangeFor(records, { currency, rate: body.rate, date });
    const named = { customerName: customer.name, madeOn: today };
    const advances = asked.length > 0 ? resolveAdvances(asked, paid, customer.id) : undefined;
    const draft = { ...body, ...defined({ currency, exchange, advances }), lines: resolveLines(told, items, currency), ...named };
    draftValue(draft, date, exchange); // Refuses what could never be issued.
    await requireWithholding(records, company, draft, date, customer);
    issuerOfDraft(company, draft);
    await orderOfDraft(records, draft);
    return [create(Drafts, newId('drf'), draft)];
  },
  draftView,
);

import type * as z from 'zod/mini';
import { receivables } from '#api/finance/receivables.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { type Draft, Drafts, draftValue, foreignCurrency, type PatchDraft } from '#domain/finance/receivables/draft.ts';
import { draftActions } from '#domain/finance/receivables/receivables-actions.ts';
import { draftView } from '#domain/finance/receivables/wire.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { optional } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { issuerOfDraft } from './draft-issuer.ts';
import { advancesOf, dimensionedLines, itemsOf, resolveAdvances, resolveLines } from './draft-items.ts';
import { orderOfDraft } from './draft-order.ts';
import { requireWithholding } from './draft-withheld.ts';

/** What a request says of the currency: a rate of another one that was typed before is no longer meant. */
function ratedIn(before: Draft, { currency: told, rate }: Pick<z.output<typeof PatchDraft>, 'currency' | 'rate'>) {
  if (told === undefined) return { rate };
  const currency = foreignCurrency(told);
  return { currency: currency ?? null, rate: rate === undefined && currency !== before.currency ? null : rate };
}

export const patchDraft = command(
  receivables.actions.patchDraft,
  on(
    Drafts,
    (path) => path.draftId,
    ({ body }) => ({
      customer: optional(Customers, body.customerId, 'body.customerId'),
      items: itemsOf(body.lines),
      paid: advancesOf(body.advances),
    }),
  ),
  async ({ body, customer, items, paid, records, company }, before) => {
    throwIf(draftActions.patchDraft(before));
    const given =
      body.lines && (await dimensionedLines(records, body.lines, items, customer ?? (await records.get(Customers, before.customerId))));
    const { currency: named = before.currency } = body;
    const lines = given && resolveLines(given, items, foreignCurrency(named));
    const customerId = body.customerId ?? before.customerId;
    if (!body.advances && before.advances && customerId !== before.customerId)
      throw refused(
        'advance.other',
        'What is taken off was paid by another customer. Take it out, or keep the customer.',
        'body.customerId',
      );
    const advances = body.advances && resolveAdvances(body.advances, paid, customerId);
    const told = {
      ...body,
      ...ratedIn(before, body),
      advances: advances?.length === 0 ? null : advances,
      lines,
      customerName: customer?.name,
    };
    const { data } = applyPatch<Draft>(before, told);
    const { currency, rate, date = data.madeOn } = data;
    const exchange = await exchangeFor(records, { currency, rate, date });
    draftValue(data, date, exchange);
    await requireWithholding(records, company, data, date, customer);
    issuerOfDraft(company, data);
    if (body.orderId || body.lines || body.customerId) await orderOfDraft(records, data);
    const { data: after, was } = applyPatch<Draft>(before, { ...told, exchange: exchange ?? null });
    return Object.keys(was).length === 0 ? before : [update(Drafts, before, after as typeof before, was)];
  },
  draftView,
);

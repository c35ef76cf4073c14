import { interest } from '#api/finance/interest.ts';
import { lateInterest } from '#domain/finance/interest/late-interest.ts';
import { firstDayOf, LATE_RATES_ES } from '#domain/finance/interest/late-rate.ts';
import { lateInterestView, lateRateViews } from '#domain/finance/interest/wire.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { required } from '#runtime/reads.ts';
import { query, serveModule } from '../../platform/service.ts';
import { ownRates } from './rates.ts';

export const listLateRates = query(interest.actions.listLateRates, async ({ records, today }) => ({
  items: lateRateViews(await ownRates(records, firstDayOf(LATE_RATES_ES[0]?.from ?? ''), today), today),
}));

export const getLateInterest = query(
  interest.actions.getLateInterest,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  async ({ invoice, records, query: { date }, today }) => {
    const until = date ?? today;
    return lateInterestView(until, lateInterest(invoice, until, await ownRates(records, invoice.dueDate, until)));
  },
);

export const handler = serveModule(interest, { listLateRates, getLateInterest });

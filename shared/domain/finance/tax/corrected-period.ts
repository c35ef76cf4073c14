import type * as z from 'zod/mini';
import { type Month, monthOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import type { SupplierBill, SupplierCredit, SupplierCreditInput } from '../payables/supplier-bill.ts';
import { monthsOfTaxPeriod } from './tax-period.ts';
import { taxCodeOf } from './vat-es.ts';

const REASONS = {
  missing:
    'A credit note within the Union corrects a period of form 349: name the bill that it corrects (corrects), or where that is not in these books the period (correctedPeriod).',
  idle: 'The bill tells which period is corrected, or the note is no part of form 349: leave the period and its base away.',
  later: 'The period that it corrects begins after the credit note: name an earlier one.',
  declared:
    'The period is of before these books: tell what was declared of the supplier in it (declaredBase), which the new base is worked out from.',
} as const;

const unfit = (why: keyof typeof REASONS, field: 'correctedPeriod' | 'declaredBase') =>
  refused('tax.corrected_period', REASONS[why], `body.${field}`, { why: `${why}` });

/**
 * Which period of form 349 a supplier's credit note corrects, where no bill of the books tells it. A note that names neither would be
 * declared as a negative operation of its own period, which AEAT does not take (Orden HAC/174/2020).
 * @param bill the one that it corrects. @param first the first month of the books.
 * @throws DomainError `tax.corrected_period` (422).
 */
export function correctedPeriodOf(
  { correctedPeriod: period, declaredBase: declared }: z.output<typeof SupplierCreditInput>,
  { lines, receivedOn }: Pick<SupplierCredit, 'lines' | 'receivedOn'>,
  bill: Pick<SupplierBill, 'entry'> | undefined,
  first: Month,
): Pick<SupplierCredit, 'corrected'> {
  const isWanted = bill?.entry === undefined && lines.some(({ taxCode }) => taxCodeOf(taxCode)?.key349);
  if (!isWanted && (period ?? declared) !== undefined) throw unfit('idle', period ? 'correctedPeriod' : 'declaredBase');
  if (!isWanted) return {};
  if (period === undefined) throw unfit('missing', 'correctedPeriod');
  const [begins = ''] = monthsOfTaxPeriod(period);
  if (begins > monthOf(receivedOn)) throw unfit('later', 'correctedPeriod');
  if (begins < first && declared === undefined) throw unfit('declared', 'declaredBase');
  return { corrected: { period, ...defined({ declared }) } };
}

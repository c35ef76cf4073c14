import { RemovalInput } from '#domain/finance/open-items/money-wire.ts';
import type { Schema } from '#kernel/action.ts';
import { POSTING_REFUSALS } from './posting.ts';

/** What a document that asks for money is called in refusals and paths, and how an example names one. */
interface Charge {
  readonly noun: 'invoice' | 'supplier-bill';
  readonly field: 'invoiceId' | 'billId';
  readonly example: string;
}
const INVOICE: Charge = { noun: 'invoice', field: 'invoiceId', example: 'inv_F2026-000012' };
const BILL: Charge = { noun: 'supplier-bill', field: 'billId', example: 'bil_01JDG8ZK5T7QWERTY2MNPQRSTV' };

export const eur = (amount: string) => ({ amount, currency: 'EUR' });

const sideOf = ({ noun, field, example: id }: Charge) => {
  /** Refusals of every action that pays documents. */
  const errors = [
    ...[`${noun}.not_found`, 'allocation.nothing_open', 'allocation.too_much', 'allocation.too_many'],
    ...['allocation.party', 'allocation.currency', 'allocation.twice', 'allocation.too_early'],
  ];
  return {
    errors,
    /** What requests name in examples. */
    pays: (amount: string) => ({ allocations: [{ [field]: id, amount: eur(amount) }] }),
    /** How credit is used, as all rows of it have it. @param more refusals of its own. */
    allocation: <B extends Schema>(body: B, credit: string, ...more: readonly string[]) => ({
      description:
        'Both documents are on one account, so nothing is posted, but for what rates have changed between them where they are in a foreign currency.',
      body,
      dryRun: true as const,
      errors: [`${credit}.not_found`, ...more, ...errors, ...POSTING_REFUSALS],
      example: { body: { allocations: [{ [field]: id, amount: eur('12.10') }] } },
    }),
    /** How that is undone. */
    removal: (credit: string, ...more: readonly string[]) => ({
      description: 'Both documents are open again by that amount, and no other changes. What was posted of their rates is taken back.',
      body: RemovalInput,
      dryRun: true as const,
      errors: [`${credit}.not_found`, `${noun}.not_found`, ...more, 'allocation.none', 'allocation.too_early', ...POSTING_REFUSALS],
      example: { body: {} },
    }),
  };
};
export const ofInvoices = sideOf(INVOICE);
export const ofBills = sideOf(BILL);

/** How a document is taken back. @param noun what of it there is not. */
export const reversal = <B extends Schema>(body: B, noun: string, reason: string, ...more: readonly string[]) => ({
  body,
  dryRun: true as const,
  errors: [`${noun}.not_found`, ...more, 'reversal.too_early', ...POSTING_REFUSALS],
  example: { body: { reason } },
});

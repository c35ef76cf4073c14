import type { IsoDate } from '#kernel/date.ts';
import { asAt } from '#kernel/stamps.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import type { DirectDebit } from '../einvoice/einvoice.ts';
import { mandateFor } from './debit-proposal.ts';
import { creditorId } from './debit-rules.ts';
import type { StoredMandate } from './mandate.ts';

/** An invoice as far as it depends on that whether it is collected. */
interface Collected {
  readonly date: IsoDate;
  readonly dueDate: IsoDate;
  /** Instant of its issue. */
  readonly issuedAt: string;
}

/** The mandate as it was at issue; undefined where it had not been entered yet. What ended it afterwards is not looked at. */
function asAtIssue(mandate: StoredMandate, { date, issuedAt }: Collected): StoredMandate | undefined {
  if ((mandate.history[0]?.at ?? '') > issuedAt) return undefined;
  const { cancelled, used, ...then } = asAt(mandate, issuedAt);
  return {
    ...then,
    ...(cancelled && cancelled.on <= date ? { cancelled } : {}),
    ...(used && (mandate.collectedOn ?? '') <= date ? { used } : {}),
  };
}

/**
 * By what an invoice is collected, as it was at its issue: a customer who is debited is not asked to transfer as well. The mandate is
 * good on the day on which the invoice falls due, and the one that a debit run would take.
 * @param mandates of its customer, each with all of its history.
 */
export function debitTermsOf(
  mandates: readonly StoredMandate[],
  invoice: Collected,
  { taxId, creditorSuffix }: { readonly taxId: string; readonly creditorSuffix?: string | undefined },
): DirectDebit | undefined {
  if (!isSpanishTaxId(taxId)) return undefined;
  const then = mandates.flatMap((mandate) => asAtIssue(mandate, invoice) ?? []);
  const mandate = mandateFor(then, invoice.dueDate);
  return mandate && { mandate: mandate.reference, creditor: creditorId(taxId, creditorSuffix), iban: mandate.iban };
}

import { Customers, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { Draft } from '#domain/finance/receivables/draft.ts';
import { refusalOfSaleWithholding } from '#domain/finance/receivables/sale-withheld.ts';
import type { InvoiceIssuer } from '#domain/finance/receivables/simplified.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';

/**
 * A withholding that could never be issued is refused as it is written. @param known the customer, where it has been read.
 * @throws DomainError `tax.sale_withholding`, `tax.no_rate` (422).
 */
export async function requireWithholding(
  records: Records,
  issuer: InvoiceIssuer,
  draft: Pick<Draft, 'withholding' | 'currency' | 'orderId' | 'customerId'>,
  date: IsoDate,
  known: StoredCustomer | undefined,
): Promise<void> {
  if (draft.withholding === undefined) return;
  const customer = known ?? (await records.getOrThrow(Customers, draft.customerId));
  throwIf(refusalOfSaleWithholding({ ...draft, customer, issuer }, date, 'body.withholding'));
}

import type { Draft } from '#domain/finance/receivables/draft.ts';
import { issuedBy, refusalOfIssuer } from '#domain/finance/receivables/outside-issuer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import type { IssuedBy } from '#kernel/outside-issuer.ts';

/**
 * Who issues a draft in the company's name, as the invoice will show them; undefined where it is the company.
 * @throws DomainError `invoice.issuer_unknown`, `invoice.issuer_other` (422).
 */
export function issuerOfDraft(
  { einvoicing }: Pick<StoredCompany, 'einvoicing'>,
  { issuedBy: letters, customerId }: Pick<Draft, 'issuedBy' | 'customerId'>,
  field = 'body.issuedBy',
): IssuedBy | undefined {
  if (letters === undefined) return undefined;
  const issuer = einvoicing?.issuers?.find((each) => each.letters === letters);
  throwIf(refusalOfIssuer(issuer, letters, customerId, field));
  return issuedBy(assertDefined(issuer, 'who issues'));
}

import type { Address } from '#kernel/address.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import type { IssuedBy, OutsideIssuer } from '#kernel/outside-issuer.ts';
import { bareTaxId, spanishTaxIdIn } from '#kernel/tax-id-es.ts';

export const isCustomerCode = (code: string): boolean => code.startsWith('D');

/** What decides whether issuers may be set so. */
export interface IssuerFacts {
  /** Letters of those in whose series there is an invoice. */
  readonly used: ReadonlySet<string>;
  /** Customers by id. */
  readonly customers: ReadonlyMap<string, { readonly taxId?: string | undefined; readonly address?: Address | undefined }>;
}

/** Why issuers cannot be set so: a series with an invoice is of one of them for good, since its numbers go on. */
export function refusalOfIssuers(
  before: readonly OutsideIssuer[],
  after: readonly OutsideIssuer[],
  facts: IssuerFacts,
): Refusal | undefined {
  const codes = after.map(({ letters }) => letters);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  const code = twice ?? changedLetters(before, after).find((letters) => facts.used.has(letters));
  if (code !== undefined)
    return refusal(
      'invoice.issuer_code',
      `The series ${code} is of one issuer for good: end it, and give another one another letter.`,
      FIELD,
      { code },
    );
  for (const issuer of after) {
    const same = before.find(({ letters }) => letters === issuer.letters);
    // What was entered before stays as it is: it may have issued.
    const why = refusalOfKind(issuer) ?? (same?.taxId === issuer.taxId ? undefined : refusalOfTaxId(issuer, facts));
    if (why) return why;
  }
  return undefined;
}
const FIELD = 'body.issuers';

/** Letters that are no longer of whom they were. */
export const changedLetters = (before: readonly OutsideIssuer[], after: readonly OutsideIssuer[]): string[] =>
  before.flatMap(({ letters, taxId }) => (after.find((each) => each.letters === letters)?.taxId === taxId ? [] : [letters]));

const refusalOfKind = ({ letters: code, customerId }: OutsideIssuer): Refusal | undefined =>
  isCustomerCode(code) === (customerId !== undefined)
    ? undefined
    : refusal(
        'invoice.issuer_kind',
        `Of ${code}: a customer (D) is named by the record of the customer, a third party (T) has none.`,
        FIELD,
        { code },
      );

/** Records of Verifactu name them for good: by a NIF, or by an id with its country (IDOtro). */
function refusalOfTaxId({ letters: code, taxId, address, customerId }: OutsideIssuer, { customers }: IssuerFacts): Refusal | undefined {
  const customer = customerId === undefined ? undefined : customers.get(customerId);
  if (customerId !== undefined && bareTaxId(customer?.taxId ?? '') !== bareTaxId(taxId))
    return refusal('invoice.issuer_customer', `Of ${code}: ${taxId} is not the tax id of that customer.`, FIELD, { code, taxId });
  const country = (address ?? customer?.address)?.country ?? 'ES';
  return country === 'ES' && spanishTaxIdIn(taxId) === undefined
    ? refusal('invoice.issuer_tax_id', `Of ${code}: ${taxId} is no Spanish tax id, and there is no address abroad.`, FIELD, { code, taxId })
    : undefined;
}

/** Why they do not issue this invoice, or undefined. */
export function refusalOfIssuer(issuer: OutsideIssuer | undefined, code: string, customerId: string, field: string): Refusal | undefined {
  if (!issuer || issuer.ended)
    return refusal(
      'invoice.issuer_unknown',
      `Nobody issues for the company in the series ${code}: see the settings of electronic invoices.`,
      field,
      {
        code,
      },
    );
  return issuer.customerId !== undefined && issuer.customerId !== customerId
    ? refusal(
        'invoice.issuer_other',
        `${issuer.name} issues for what they buy themselves: choose that customer, or another issuer.`,
        field,
        {
          name: issuer.name,
        },
      )
    : undefined;
}

export const issuedBy = ({ letters, name: who, taxId: id, address }: OutsideIssuer): IssuedBy => ({
  ...{ letters, name: who, taxId: id },
  ...defined({ address }),
});

/** What an invoice says of it: of a customer in the words of RD 1619/2012 art. 6.1.l. */
export const issuedByMention = ({ letters, name: who, taxId: id }: IssuedBy): string =>
  isCustomerCode(letters) ? 'Facturación por el destinatario' : `Expedida por ${who} (${id}) en nombre y por cuenta de quien la emite`;

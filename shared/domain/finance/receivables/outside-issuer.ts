import { type Refusal, refusal } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import type { IssuedBy, OutsideIssuer } from '#kernel/outside-issuer.ts';

export const isCustomerCode = (code: string): boolean => code.startsWith('D');

/** Why issuers cannot be set so: a series is of one of them for good, since its numbers go on. */
export function refusalOfIssuers(before: readonly OutsideIssuer[], after: readonly OutsideIssuer[]): Refusal | undefined {
  const field = 'body.issuers';
  const codes = after.map(({ letters }) => letters);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  const changed = before.find(({ letters, taxId: id }) => after.find((each) => each.letters === letters)?.taxId !== id)?.letters;
  const code = twice ?? changed;
  if (code !== undefined)
    return refusal(
      'invoice.issuer_code',
      `The series ${code} is of one issuer for good: end it, and give another one another letter.`,
      field,
      {
        code,
      },
    );
  const odd = after.find((each) => isCustomerCode(each.letters) !== (each.customerId !== undefined));
  return odd
    ? refusal(
        'invoice.issuer_kind',
        `Of ${odd.letters}: a customer (D) is named by the record of the customer, a third party (T) has none.`,
        field,
        {
          code: odd.letters,
        },
      )
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

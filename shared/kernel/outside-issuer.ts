import * as z from 'zod/mini';
import { Address } from './address.ts';
import { idWith } from './id.ts';
import { storedOf } from './stored.ts';

/**
 * Who issues invoices in the company's name (RD 1619/2012 art. 5): a customer of what they buy (`D`, destinatario), or a third party
 * (`T`). Each has a series of their own (art. 6.1.a.1.º), told by the second letter.
 */
export const IssuerCode = z.string().check(z.regex(/^[DT][A-Z]$/, 'must be D (customer) or T (third party) and a letter, such as DA'));

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
const taxId = z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674'));
/** One of the company's settings. */
export const OutsideIssuer = z.strictObject({
  /** What its series have behind F and R. */
  letters: IssuerCode,
  name,
  taxId,
  /** Facturae names a third party with it. */
  address: z.optional(Address),
  /** Of a customer: who it is, and for whom alone they issue. */
  customerId: z.optional(idWith('cus')),
  /** They issue no more; what they have issued keeps its series. */
  ended: z.optional(z.literal(true)),
});
export type OutsideIssuer = Readonly<z.output<typeof OutsideIssuer>>;
export const OutsideIssuers = z.array(OutsideIssuer).check(z.maxLength(26));

/** As an invoice that they issued shows them, for good. */
export const IssuedBy = z.object({ letters: z.string(), name: z.string(), taxId: z.string(), address: z.exactOptional(storedOf(Address)) });
export type IssuedBy = Readonly<z.output<typeof IssuedBy>>;

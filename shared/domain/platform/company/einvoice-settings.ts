import * as z from 'zod/mini';
import { OutsideIssuer } from '#kernel/outside-issuer.ts';
import { list, storedOf } from '#kernel/stored.ts';

/** What a certificate says of itself. */
export const SigningFacts = z.object({
  /** SHA-256 of it, in hexadecimal. */
  fingerprint: z.string(),
  /** Whose it is, and who issued it. */
  holder: z.string(),
  issuer: z.string(),
  serial: z.string(),
  taxId: z.exactOptional(z.string()),
  /** ISO instants. */
  from: z.string(),
  until: z.string(),
});
export type SigningFacts = Readonly<z.output<typeof SigningFacts>>;

/** How a company does its electronic invoicing: part of what its record holds. */
export const EInvoicing = z.object({
  /** Its turnover was above 8,000,000 EUR last year. */
  isLarge: z.exactOptional(z.boolean()),
  /** Invoices of that day and later are followed. Absent: from the day on which it must. */
  followedFrom: z.exactOptional(z.string()),
  /** Records of Verifactu are chained from this day on, to the other, included. */
  verifactu: z.exactOptional(z.object({ from: z.string(), until: z.exactOptional(z.string()) })),
  /** What it signs with: the key is kept apart, under the fingerprint. */
  certificate: z.exactOptional(SigningFacts),
  /** Who issues invoices in its name, each in a series of their own. */
  issuers: z.exactOptional(list(storedOf(OutsideIssuer))),
});

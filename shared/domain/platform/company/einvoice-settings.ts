import * as z from 'zod/mini';

/** How a company does its electronic invoicing: part of what its record holds. */
export const EInvoicing = z.object({
  /** Its turnover was above 8,000,000 EUR last year. */
  isLarge: z.exactOptional(z.boolean()),
  /** Invoices of that day and later are followed. Absent: from the day on which it must. */
  followedFrom: z.exactOptional(z.string()),
  /** Records of Verifactu are chained from this day on, to the other, included. */
  verifactu: z.exactOptional(z.object({ from: z.string(), until: z.exactOptional(z.string()) })),
});

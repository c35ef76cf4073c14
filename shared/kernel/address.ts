import * as z from 'zod/mini';

/** A postal address as it stands on an invoice (RD 1619/2012, art. 6.1.e). */
export const Address = z.strictObject({
  street: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  postalCode: z.string().check(z.trim(), z.minLength(1), z.maxLength(12)),
  city: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  province: z.optional(z.string().check(z.maxLength(80))),
  country: z.string().check(z.regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two letters, such as ES')),
});
export type Address = z.output<typeof Address>;

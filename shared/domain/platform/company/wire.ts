import * as z from 'zod/mini';
import { invalid } from '#kernel/errors.ts';
import { stampFields } from '#kernel/stamps.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { Company, Policies } from './company.ts';

const Year = z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year such as 2026'));

export const CreateCompany = z.extend(Company, { fiscalYears: z.optional(z.array(Year).check(z.minLength(1), z.maxLength(20))) });
const { iban } = Company.shape;
const { cancelUnshippedAfterDays } = Policies.shape;
/** Absent fields stay. Null clears the IBAN, and lets unshipped orders wait for as long as it takes. */
export const PatchCompany = z.partial(
  z.extend(Company, {
    iban: z.nullable(iban.def.innerType),
    policies: z.partial(z.extend(Policies, { cancelUnshippedAfterDays: z.nullable(cancelUnshippedAfterDays.def.innerType) })),
  }),
);

export const CompanyView = z.object({ ...Company.shape, fiscalYears: z.array(z.string()), walkInCustomerId: z.string(), ...stampFields });

/** @throws DomainError `company.tax_id` (400) for the tax id of a company in Spain whose control character is wrong. */
export function requireCompanyTaxId({ taxId, address }: Pick<Company, 'taxId' | 'address'>): void {
  if (address.country === 'ES' && !isSpanishTaxId(taxId))
    throw invalid(
      'company.tax_id',
      `${taxId} is not a Spanish tax id: its control character is wrong. Check digits and letters.`,
      'body.taxId',
      { taxId },
    );
}

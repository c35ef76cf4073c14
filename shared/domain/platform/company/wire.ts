import * as z from 'zod/mini';
import { stampFields } from '#kernel/stamps.ts';
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

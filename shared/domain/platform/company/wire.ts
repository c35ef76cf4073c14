import * as z from 'zod/mini';
import { stampFields } from '#kernel/stamps.ts';
import { Company, Policies } from './company.ts';

const Year = z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year such as 2026'));

export const CreateCompany = z.extend(Company, { fiscalYears: z.optional(z.array(Year).check(z.minLength(1), z.maxLength(20))) });
export const PatchCompany = z.partial(z.extend(Company, { policies: z.partial(Policies) }));
export const CompanyView = z.object({ ...Company.shape, fiscalYears: z.array(z.string()), walkInCustomerId: z.string(), ...stampFields });

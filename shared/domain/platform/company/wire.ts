import * as z from 'zod/mini';
import { invalid } from '#kernel/errors.ts';
import { fiscalYearsOf } from '#kernel/fiscal-year.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { AREAS } from './areas.ts';
import { Company, type StoredCompany } from './company.ts';
import { LOGO_FORMATS, MAX_LOGO_BYTES, PaperStyle } from './paper.ts';
import { PatchPolicies } from './policies.ts';

const Year = z.string().check(z.regex(/^(19|20|21)\d{2}$/, 'must be a year such as 2026'));

export const CreateCompany = z.extend(Company, { fiscalYears: z.optional(z.array(Year).check(z.minLength(1), z.maxLength(20))) });
const { iban, creditorSuffix } = Company.shape;
const { language, accent, tint } = PaperStyle.shape;
/** Absent fields stay. Null clears the IBAN, the creditor's suffix, what is said of paper, an area's switch, the logo and the
 * policies without which nothing is in force. */
export const PatchCompany = z.partial(
  z.extend(Company, {
    iban: z.nullable(iban.def.innerType),
    creditorSuffix: z.nullable(creditorSuffix.def.innerType),
    paper: z.strictObject({
      language: z.optional(z.nullable(language.def.innerType)),
      accent: z.optional(z.nullable(accent.def.innerType)),
      tint: z.optional(z.nullable(tint.def.innerType)),
    }),
    areas: z.partialRecord(z.enum(AREAS), z.nullable(z.boolean())),
    logo: z.null(),
    policies: PatchPolicies,
  }),
);

/** `2026`, of one that does not end with December its last month. */
export const FiscalYearView = z.object({ year: z.string(), from: z.string(), to: z.string() });

const LogoView = z.object({ file: z.string(), format: z.enum(LOGO_FORMATS) });
export const CompanyView = z.object({
  ...Company.shape,
  logo: z.optional(LogoView),
  /** Calendar years with accounting periods, ascending. */
  fiscalYears: z.array(z.string()),
  /** Its fiscal years, ascending: their names, first and last months. */
  fiscalCalendar: z.array(FiscalYearView),
  walkInCustomerId: z.string(),
  ...stampFields,
});

/** A link that takes the file of a logo. */
export const LogoUploadQuery = z.strictObject({
  bytes: z.pipe(
    z.string().check(z.regex(/^[1-9]\d{0,6}$/, 'must be the size of the file in bytes')),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.number().check(z.maximum(MAX_LOGO_BYTES, `must be at most ${MAX_LOGO_BYTES}: make the picture smaller`)),
    ),
  ),
});
export const LogoUploadView = z.object({
  /** What the file is called from now on: named again when it becomes the logo. */
  file: z.string(),
  upload: z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string() }),
});
export const PutLogo = z.strictObject({ file: z.uuid() });

/** A sample on paper as the company's look is, or would be with these changes. */
export const SamplePaperQuery = PaperStyle;
export const SamplePaperView = z.object({ pdf: z.string() });

export const companyView = ({ fiscalRanges, ...company }: StoredCompany) => ({
  ...stamped(company),
  fiscalYears: [...company.fiscalYears],
  fiscalCalendar: fiscalYearsOf({ fiscalYears: company.fiscalYears, ...(fiscalRanges ? { fiscalRanges } : {}) }),
});

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

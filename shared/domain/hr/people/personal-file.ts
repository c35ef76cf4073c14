import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate } from '#kernel/date.ts';
import { Iban } from '#kernel/iban.ts';
import { NonNegativeMoney } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { isSocialSecurityNumber } from '#kernel/social-security-number.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { writtenText as text } from '#kernel/written-text.ts';

const year = z.int().check(z.minimum(1900), z.maximum(2199));
const Disability = z.strictObject({ degree: z.enum(['33', '65']), help: z.optional(z.boolean()) });

/** What a worker tells on form 145 (RIRPF art. 88), from the day on which it was delivered. Money a year. */
export const FamilyInput = z.strictObject({
  from: BusinessDate,
  situation: z.enum(['1', '2', '3']),
  /** Of the spouse, in situation 2. */
  spouseTaxId: z.optional(z.string().check(z.refine(isSpanishTaxId, 'must be a NIF or NIE whose letter is right'))),
  disability: z.optional(Disability),
  mobility: z.optional(z.boolean()),
  descendants: z
    .array(z.strictObject({ birthYear: year, whole: z.boolean(), disability: z.optional(Disability), adoptedYear: z.optional(year) }))
    .check(z.maxLength(20)),
  ascendants: z
    .array(z.strictObject({ birthYear: year, sharedBy: z.int().check(z.minimum(1), z.maximum(20)), disability: z.optional(Disability) }))
    .check(z.maxLength(8)),
  compensatoryPension: z.optional(NonNegativeMoney),
  alimony: z.optional(NonNegativeMoney),
  homePurchase: z.optional(z.boolean()),
  /** Lives and works in Ceuta or Melilla (LIRPF art. 68.4), or in La Palma where a law extends it to the year, with right to the deduction. */
  reducedTerritory: z.optional(z.boolean()),
});

/** Personal data of an employee. */
export const PersonalInput = z.strictObject({
  taxId: z.string().check(
    z.toUpperCase(),
    z.overwrite((typed) => typed.replaceAll(/[\s.-]/g, '')),
    z.refine((typed) => isSpanishTaxId(typed) && /^[\dXYZKLM]/.test(typed), 'must be a NIF or NIE of a person, whose letter is right'),
  ),
  socialSecurityNumber: z.optional(
    z.string().check(
      z.overwrite((typed) => typed.replaceAll(/[\s./-]/g, '')),
      z.refine(isSocialSecurityNumber, 'must be a Social Security number of 12 digits whose control digits are right'),
    ),
  ),
  birthDate: BusinessDate,
  nationality: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code such as ES'))),
  address: z.optional(Address),
  phone: z.optional(text(30)),
  personalEmail: z.optional(z.email().check(z.maxLength(120))),
  iban: z.optional(Iban),
  family: z.array(FamilyInput).check(z.maxLength(60)),
});
export type PersonalInput = z.output<typeof PersonalInput>;

export const PersonalFile = z.extend(storedOf(PersonalInput), { employeeId: z.string() });
export type PersonalFile = Readonly<z.output<typeof PersonalFile>>;
export type StoredPersonalFile = Stored<PersonalFile>;

/** One an employee, with an id that tells whose. */
export const PersonalFiles = recordType<PersonalFile>({
  kind: 'personal-file',
  prefix: 'pef',
  data: PersonalFile,
  history: 'all',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  screen: { none: "It is shown on the employee's page." },
  read: 'people.personal',
});
/** Which employee has a tax id, so that nobody is entered twice. */
export const EmployeeTaxIds = recordType<{ readonly employeeId: string }>({
  kind: 'employee-tax-id',
  prefix: 'eti',
  data: z.object({ employeeId: z.string() }),
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  screen: { none: 'It only keeps a person from being entered twice.' },
  read: 'nobody',
});
export const employeeTaxId = (taxId: string): string => `eti_${bareTaxId(taxId)}`;

export const personalFileId = (employeeId: string): string => `pef_${employeeId.slice(4)}`;

/** What was told on form 145 by a day: the last that was delivered. */
export const familyOn = ({ family }: Pick<PersonalFile, 'family'>, day: string) =>
  family
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

export const PersonalView = z.object({
  ...PersonalInput.shape,
  id: z.string(),
  employeeId: z.string(),
  taxId: z.string(),
  socialSecurityNumber: z.optional(z.string()),
  iban: z.optional(z.string()),
  family: z.array(z.extend(FamilyInput, { from: z.string(), spouseTaxId: z.optional(z.string()) })),
  birthDate: z.string(),
  nationality: z.optional(z.string()),
  personalEmail: z.optional(z.string()),
  ...stampFields,
});

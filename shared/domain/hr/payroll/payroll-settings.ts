import * as z from 'zod/mini';
import { isContributionAccount } from '#kernel/contribution-account.ts';
import { invalid } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { conceptKey } from './concept-rule.ts';
import { VARIABLE_PAY } from './pay-facts.ts';
import { DEFAULT_POLICIES, PayPoliciesInput, PayPoliciesView, type PayPolicySettings } from './pay-policies.ts';

/** What of a slip a gestoría knows by a code of its own: what is earned, what each side contributes, what is taken off. */
export const PAY_CONCEPTS = [
  ...(['salary', 'extra-pay', 'sick-pay', ...VARIABLE_PAY] as const),
  ...(['worker', 'withheld', 'advance', 'garnished', 'net', 'company'] as const),
] as const;
export type PayConcept = (typeof PAY_CONCEPTS)[number];

const Code = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,19}$/, 'must be a code of the gestoría: letters, digits, dots and dashes'));
/** The codes that the gestoría gives: of the company, of each employee, and of each concept. */
export const GestoriaCodes = z.strictObject({
  name: z.optional(text(80)),
  company: z.optional(Code),
  employees: z._default(
    z.record(idWith('emp'), Code).check(z.refine((all) => Object.keys(all).length <= 2000, 'at most 2,000 employees have a code')),
    {},
  ),
  concepts: z._default(z.partialRecord(z.enum(PAY_CONCEPTS), Code), {}),
});
export type GestoriaCodes = Readonly<z.output<typeof GestoriaCodes>>;

const ContributionAccountInput = z.strictObject({
  number: z.string().check(
    z.overwrite((typed) => typed.replaceAll(/[\s./-]/g, '')),
    z.refine(isContributionAccount, 'must be a contribution account of 11 digits, or 15 with its scheme, whose control digits are right'),
  ),
  /** Work places whose people are in it. */
  workplaces: z._default(z.array(text(80)).check(z.maxLength(100)), []),
});

/** How a company's pay is told to others: its contribution accounts, the dimension of departments, the gestoría's codes. */
export const PayrollSettingsInput = z.strictObject({
  /** The first is that of all who work at a place of none. */
  contributionAccounts: z.array(ContributionAccountInput).check(z.maxLength(50)),
  /** The dimension whose values are departments: by it wages are told apart in the books. Absent: `departamento`, where there is one. */
  dimension: z.optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_-]{0,29}$/, 'must be a plain name'))),
  gestoria: z.optional(GestoriaCodes),
  /** Absent: the defaults. */
  policies: z.optional(PayPoliciesInput),
});
export type PayrollSettingsInput = z.output<typeof PayrollSettingsInput>;
export const PayrollSettings = storedOf(PayrollSettingsInput);
export type PayrollSettings = Readonly<z.output<typeof PayrollSettings>>;
export type StoredPayrollSettings = Stored<PayrollSettings>;

export const PayrollSettingsOf = recordType<PayrollSettings>({
  kind: 'payroll-settings',
  prefix: 'pys',
  data: PayrollSettings,
  history: 'all',
  screen: { none: 'They are a page of their own.' },
  read: 'payroll.read',
});
export const PAYROLL_SETTINGS_ID = 'pys_main';
export const NO_PAYROLL_SETTINGS: PayrollSettings = { contributionAccounts: [] };
export const DEPARTMENTS = 'departamento';

/** How the company counts. */
export const policiesOf = ({ policies }: PayrollSettings): PayPolicySettings => policies ?? DEFAULT_POLICIES;

/** @throws DomainError `payroll_settings.twice` (400) of a year whose minimum of the hour is told twice. */
export function requireYearsOnce({ policies }: PayrollSettingsInput): void {
  const years = (policies?.minimumHours ?? []).map(({ year }) => year);
  const at = years.findIndex((year, i) => years.indexOf(year) !== i);
  if (at >= 0)
    throw invalid('payroll_settings.twice', `${years[at]} is listed twice: list it once.`, `body.policies.minimumHours.${at}.year`, {
      name: String(years[at]),
    });
}

/** @throws DomainError `payroll_settings.twice` (400) of a concept that is ruled twice from one month. */
export function requireConceptsOnce({ policies }: PayrollSettingsInput): void {
  const keys = (policies?.concepts ?? []).map((rule) => `${conceptKey(rule)}|${rule.from}`);
  const at = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (at < 0) return;
  const name = policies?.concepts?.[at]?.name ?? '';
  throw invalid('payroll_settings.twice', `${name} is listed twice: list it once.`, `body.policies.concepts.${at}.name`, { name });
}

/** @throws DomainError `payroll_settings.twice` (400) of an account or a work place that is named twice. */
export function requireAccountsOnce({ contributionAccounts }: PayrollSettingsInput): void {
  const seen = new Set<string>();
  for (const [i, { number, workplaces }] of contributionAccounts.entries())
    for (const [field, name] of [['number', number], ...workplaces.map((place, j) => [`workplaces.${j}`, place] as const)] as const) {
      if (seen.has(normalise(name)))
        throw invalid('payroll_settings.twice', `${name} is listed twice: list it once.`, `body.contributionAccounts.${i}.${field}`, {
          name,
        });
      seen.add(normalise(name));
    }
}

/** The contribution account of who works at a place: that which names it, or the first; undefined where the company has told none. */
export function contributionAccountAt({ contributionAccounts }: PayrollSettings, workplace: string | undefined): string | undefined {
  const named = contributionAccounts.find(({ workplaces }) => workplaces.some((place) => normalise(place) === normalise(workplace ?? '')));
  return (named ?? contributionAccounts[0])?.number;
}

export const PayrollSettingsView = z.object({
  ...PayrollSettings.shape,
  policies: z.optional(PayPoliciesView),
  id: z.string(),
  ...stampFields,
});
export const payrollSettingsView = (settings: StoredPayrollSettings) => ({
  ...stamped(settings),
  contributionAccounts: settings.contributionAccounts.map((account) => ({ ...account, workplaces: [...account.workplaces] })),
});

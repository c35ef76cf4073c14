import * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { PayTerms, PayTermsInput } from './pay-terms.ts';

/** What somebody earns, from day to day: all terms since they began. */
export const EmploymentTerms = z.object({ employeeId: z.string(), terms: list(PayTerms) });
export type EmploymentTerms = Readonly<z.output<typeof EmploymentTerms>>;
export type StoredEmploymentTerms = Stored<EmploymentTerms>;

export const CONTRACTS_ENDING = 'deadline';
/** Days before its end from which it is told: notice is given fifteen before (ET 49.1.c). */
export const CONTRACT_AHEAD = 30;

export const EmploymentTermsOf = recordType<EmploymentTerms>({
  kind: 'employment-terms',
  prefix: 'emt',
  data: EmploymentTerms,
  history: 'all',
  // Terms with a last day and none after them: a contract that ends is told among what of people ends.
  open: (terms, id) => {
    const to = terms.terms.at(-1)?.to;
    return to === undefined ? undefined : { queue: CONTRACTS_ENDING, sort: `${addDays(to, -CONTRACT_AHEAD)}#${id}` };
  },
  person: ({ employeeId }) => employeeId,
  screen: { none: "They are shown on the employee's page." },
  read: 'pay.read',
});
export const employmentTermsId = (employeeId: string): string => `emt_${employeeId.slice(4)}`;

/**
 * Terms with others from a day on: what began on the same day is replaced; what begins later stays.
 * @throws DomainError `pay_terms.extra_months` (400) where a month of extra pay is named twice, `pay_terms.dates`, `pay_terms.hours` (400),
 * `pay_terms.overlap` (422).
 */
export function withTerms(terms: readonly PayTerms[], next: PayTerms): readonly PayTerms[] {
  if (new Set(next.extraMonths).size < next.extraMonths.length)
    throw invalid('pay_terms.extra_months', 'A month of extra pay is named twice.', 'body.extraMonths');
  if (next.to !== undefined && next.to < next.from) throw invalid('pay_terms.dates', 'The terms end before they begin.', 'body.to');
  if (next.table && (next.partTimeHours === undefined) !== (next.table.weeklyHours === undefined))
    throw invalid(
      'pay_terms.hours',
      'The table holds part time by its hours of a week: say those and the hours of the month, or neither.',
      'body.table.weeklyHours',
    );
  const others = terms.filter(({ from }) => from !== next.from);
  throwIf(refusalOfOverlap(others, next));
  return [...others, next].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * Nobody has two contracts at once here. Terms that begin within those of a contract with a last day change what it pays, and so end with
 * it; any other last day would be that of another contract.
 */
function refusalOfOverlap(others: readonly PayTerms[], next: PayTerms): Refusal | undefined {
  const other = others.find((each) => {
    const [earlier, later] = each.from < next.from ? [each, next] : [next, each];
    return earlier.to !== undefined && earlier.to >= later.from && earlier.to !== later.to;
  });
  if (!other) return undefined;
  const isBefore = other.from < next.from;
  const [begin, end]: readonly [IsoDate, IsoDate] = [other.from, other.to ?? ''];
  const way = isBefore
    ? `begin the day after, end on ${end} as well where it is the same contract, or enter that one anew from ${begin} with the day on which it ends`
    : `end by ${addDays(begin, -1)}, or on the same day as those where it is the same contract`;
  return refusal(
    'pay_terms.overlap',
    `There are terms from ${begin}${end ? ` to ${end}` : ' on'}, and nobody has two contracts at once: ${way}.`,
    isBefore ? 'body.from' : 'body.to',
    { begin, ...(end ? { end } : {}) },
  );
}

export const EmploymentTermsView = z.object({
  id: z.string(),
  employeeId: z.string(),
  terms: z.array(z.extend(PayTermsInput, { partTimeHours: z.optional(z.string()) })),
  ...stampFields,
});

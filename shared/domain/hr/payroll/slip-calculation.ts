import { addDays, addMonths, type IsoDate, latest, type Month, monthOf, monthsBetween, yearOf } from '#kernel/date.ts';
import { type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText, shareOf } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { Employee } from '../people/employee.ts';
import { familyOn, type PersonalFile } from '../people/personal-file.ts';
import type { LeaveHolding } from '../time/leave-account.ts';
import { type Absences, absencesOf } from './absence.ts';
import { type Arrears, difference, joinedAmounts, type MonthAmounts } from './arrears.ts';
import { ruledPay } from './concept-rule.ts';
import { NOTHING_SO_FAR, type PayFacts } from './pay-facts.ts';
import type { PayInput } from './pay-input.ts';
import { DEFAULT_POLICIES, type PayPolicySettings, policiesIn } from './pay-policies.ts';
import { monthDays, type PayTerms } from './pay-terms.ts';
import { monthAmounts, type Payslip, payslipOf, type SlipFacts, type SlipOfYear, soFarWith } from './payslip.ts';
import { termsOn } from './settlement.ts';
import type { SickLeave } from './sick-pay-es.ts';
import { isDaily, socialSecurityIn } from './social-security-es.ts';

/** All that somebody's slips are worked out of, as it is known now. */
export interface PaidPerson {
  readonly employee: Pick<Employee, 'startDate' | 'endDate'>;
  readonly terms: readonly PayTerms[];
  readonly file?: Pick<PersonalFile, 'birthDate' | 'family' | 'address'> | undefined;
  readonly inputs: readonly PayInput[];
  /** Leave that was asked for and approved. */
  readonly leave?: readonly LeaveHolding[];
  /** How the company counts. */
  readonly policies?: PayPolicySettings | undefined;
  /** In the order of their months. */
  readonly slips: readonly SlipOfYear[];
}

/**
 * A temporary contract of less than a year (RIRPF art. 86.2): one of exactly a year is none. A contract is told by its last day: terms
 * that change within it begin later, and it does not.
 */
function isShort(terms: readonly PayTerms[], day: IsoDate): boolean {
  // In the month in which it ends its last day is before that of the month.
  const { contract, to: until } = terms.findLast(({ from }) => from <= day) ?? {};
  if (contract !== 'temporary' || until === undefined) return false;
  const [from = until] = terms.flatMap((each) => (each.contract === contract && each.to === until ? [each.from] : [])).sort();
  return addDays(until, 1) < `${Number(yearOf(from)) + 1}${from.slice(4)}`;
}
const NOTHING_TOLD = { from: '', spouseTaxId: '', reducedTerritory: false, situation: '3', descendants: [], ascendants: [] } as const;

/** The family as it was told by a day; before that, single (RIRPF art. 88.1). */
function familyBy(file: Pick<PersonalFile, 'birthDate' | 'family'>, day: string): PayFacts['family'] {
  const { from: _, spouseTaxId: __, reducedTerritory: ___, ...family } = familyOn(file, day) ?? NOTHING_TOLD;
  return { ...family, birthYear: Number(file.birthDate.slice(0, 4)) } as PayFacts['family'];
}

/**
 * What is known of a month by its end, without what a month has of its own: terms that begin later, and what was told later, are not in it.
 * @throws DomainError `payroll.no_terms`, `payroll.no_personal_data` (422).
 */
export function plannedFacts(
  { employee, terms, file, policies = DEFAULT_POLICIES }: Omit<PaidPerson, 'inputs' | 'slips'>,
  month: Month,
): PayFacts {
  const day = monthDays(month).to;
  const now = termsOn(terms, day) ?? terms.findLast(({ from }) => from <= day);
  if (!now)
    throw refused('payroll.no_terms', `Nothing says what is earned on ${day}: set the terms of pay first.`, 'path.employeeId', {
      date: day,
    });
  if (!file)
    throw refused(
      'payroll.no_personal_data',
      'The personal data are not there yet: the withholding depends on the year of birth and the family.',
      'path.employeeId',
    );
  return {
    ...{ month, sick: [], unpaid: [], variable: [], advance: 0, year: NOTHING_SO_FAR, policies: policiesIn(policies, month) },
    terms: terms.filter(({ from }) => from <= day),
    contract: now.special ? 'special' : isShort(terms, day) ? 'short' : 'general',
    employed: { from: employee.startDate, ...(employee.endDate ? { to: employee.endDate } : {}) },
    family: familyBy(file, day),
    ...(familyOn(file, day)?.reducedTerritory ? { reducedTerritory: true } : {}),
  };
}

/** The contribution base of a day: of 30 in a month, or of each. */
function dailyBaseIn({ contributions }: MonthAmounts, facts: PayFacts): Minor {
  const base = contributions.reduce((sum, each) => (each.kind === 'common' ? sum + each.base : sum), 0);
  const group = facts.terms.at(-1)?.group;
  return shareOf(base, 1n, group && isDaily(group) ? BigInt(monthDays(facts.month).length) : 30n);
}

/** What is seized in a month: as it was last told, less what slips since then have sent; undefined once nothing is owed. */
export function garnishmentIn(
  inputs: readonly PayInput[],
  slips: readonly Pick<SlipOfYear, 'month' | 'garnished'>[],
  month: Month,
): PayFacts['garnishment'] {
  const told = inputs.filter((each) => each.garnishment !== undefined && each.month <= month).sort((a, b) => (a.month < b.month ? -1 : 1));
  const last = told.at(-1);
  if (!last?.garnishment) return undefined;
  const sent = slips.reduce((sum, slip) => (slip.month >= last.month && slip.month < month ? sum + (slip.garnished ?? 0) : sum), 0);
  const owed = last.garnishment.owed - sent;
  return owed > 0 ? { owed, familyPoints: last.garnishment.familyPoints } : undefined;
}

/** Months by what they ought to be, each worked out after those before it. */
class DueMonths {
  readonly #person: PaidPerson;
  readonly #absences: Absences;
  readonly #due = new Map<Month, MonthAmounts>();

  constructor(person: PaidPerson) {
    this.#person = person;
    this.#absences = absencesOf(person.inputs, person.leave ?? []);
  }

  facts(month: Month): PayFacts {
    const planned = plannedFacts(this.#person, month);
    const { from, to } = monthDays(month);
    const within = (each: { readonly from: string; readonly to?: string | undefined }) => each.from <= to && (each.to ?? to) >= from;
    const { inputs, slips } = this.#person;
    const { sick, unpaid, birth } = this.#absences;
    const own = inputs.find((each) => each.month === month);
    const garnishment = garnishmentIn(inputs, slips, month);
    return {
      ...planned,
      sick: sick.filter(within).map((leave) => this.#leave(leave)),
      unpaid: unpaid.filter(within),
      birth: birth.filter(within).map(({ from: first, to: last }) => {
        const { dailyBase } = this.#leave({ kind: 'common', from: first, to: last });
        return { from: first, to: last, dailyBase };
      }),
      variable: ruledPay(own?.variable ?? [], this.#person.policies?.concepts ?? [], month),
      advance: own?.advance ?? 0,
      ...(garnishment ? { garnishment } : {}),
    };
  }

  due(month: Month): MonthAmounts {
    const known = this.#due.get(month) ?? monthAmounts(this.facts(month));
    this.#due.set(month, known);
    return known;
  }

  /** With its daily base: of the month before, or of its own where there was none here (RD 2064/1995; LGSS art. 170). */
  #leave({ dailyBase, ...told }: PayInput['sick'][number]): SickLeave {
    const leave = defined(told);
    if (dailyBase !== undefined) return { ...leave, dailyBase };
    const before = addMonths(monthOf(leave.from), -1);
    const month = this.#person.slips.some((slip) => slip.month === before) ? before : monthOf(leave.from);
    const planned = plannedFacts(this.#person, month);
    return { ...leave, dailyBase: dailyBaseIn(month === before ? this.due(before) : monthAmounts(planned), planned) };
  }
}

/** Months that were paid are worked out again from the January before last on. */
export const replayedFrom = (month: Month): Month => `${Number(month.slice(0, 4)) - 1}-01`;

/** What was paid of a month: by its slip, and by differences since. */
function paidOf(slips: readonly SlipOfYear[], month: Month): MonthAmounts {
  return joinedAmounts(
    slips.flatMap((slip) => [...(slip.month === month ? [slip] : []), ...(slip.arrears ?? []).filter((each) => each.month === month)]),
  );
}

/** What months that were paid ought to have been beyond that, by what is known now. */
function arrearsOf(due: DueMonths, slips: readonly SlipOfYear[], until: Month): Arrears[] {
  const months = [...new Set(slips.map(({ month }) => month))].filter((month) => month >= replayedFrom(until) && month <= until).sort();
  return months.flatMap((month) => {
    const changed = difference(paidOf(slips, month), due.due(month));
    return changed.earnings.length > 0 || changed.contributions.length > 0 ? [{ month, ...changed }] : [];
  });
}

/** What the year has paid before a month; months before the first slip that there is count as planned. */
function yearSoFar(person: PaidPerson, month: Month): PayFacts['year'] {
  const slips = person.slips.filter((slip) => slip.month.slice(0, 4) === month.slice(0, 4) && slip.month <= month);
  const first = latest(`${month.slice(0, 4)}-01`, monthOf(person.employee.startDate));
  const known = slips[0]?.month ?? month;
  const planned = first < known ? monthsBetween(first, addMonths(known, -1)) : [];
  const worked = planned.filter((each) => person.terms.some(({ from }) => from <= monthDays(each).to));
  const before = worked.reduce(
    (soFar, each) => soFarWith(soFar, payslipOf({ ...plannedFacts(person, each), year: soFar })),
    NOTHING_SO_FAR,
  );
  return slips.reduce(soFarWith, before);
}

/** Provinces whose tax is not the State's, by the first two digits of the postal code. */
const FORAL: Readonly<Record<string, string>> = { '01': 'Álava', '20': 'Gipuzkoa', '31': 'Navarra', '48': 'Bizkaia' };
function refusalOfForal({ address }: Pick<PersonalFile, 'address'>): Refusal | undefined {
  const province = address?.country === 'ES' ? FORAL[address.postalCode.slice(0, 2)] : undefined;
  return province === undefined
    ? undefined
    : refusal(
        'payroll.foral',
        `They live in ${province}, whose own income tax applies and is not here: leave them out of the run, and enter what the gestoría works out.`,
        'path.employeeId',
        { province },
      );
}

/** Nobody is employed full time below the minimum wage of the year (ET art. 27.1). */
export function refusalOfMinimumWage(terms: PayTerms, month: Month, field = 'path.employeeId'): Refusal | undefined {
  const { minimumWage } = socialSecurityIn(month);
  if (terms.partTimeHours !== undefined || terms.annual >= minimumWage.year) return undefined;
  const [annual, least, begins] = [minorText(terms.annual), minorText(minimumWage.year), `${month.slice(0, 4)}-01-01`];
  return refusal(
    'payroll.minimum_wage',
    `${annual} a year is below the minimum wage of ${least} (${minimumWage.norm}): set terms from ${begins} on that reach it, or the hours of part time.`,
    field,
    { annual, least, from: begins },
  );
}

function requirePayable(person: PaidPerson, month: Month): void {
  const { terms } = plannedFacts(person, month);
  const now = termsOn(terms, monthDays(month).to);
  throwIf((person.file && refusalOfForal(person.file)) ?? (now && refusalOfMinimumWage(now, month)));
}

/** What is seized from this month on is refused where all of it is the minimum wage; what goes on from before waits for a month that is more. */
function requireSeizable({ inputs }: PaidPerson, { garnishment }: PayFacts, { garnished, net, inKind, month }: Payslip): void {
  if (!garnishment || garnished > 0 || !inputs.some((each) => each.month === month && each.garnishment)) return;
  const left = minorText(Math.max(0, net - inKind));
  throw refused(
    'payroll.garnishment',
    `The net of ${left} is not above the minimum wage, of which nothing is seized (LEC 607.1): take the garnishment out of the month.`,
    'body.garnishment',
    { net: left },
  );
}

/**
 * Somebody's slip of a month by all that is known now: with what months that were paid ought to have been beyond that. Of a correction
 * that alone; undefined where there is nothing to correct.
 * @throws DomainError `payroll.no_terms`, `.no_personal_data`, `.no_row`, `.minimum_wage`, `.foral`, `.negative_net`, `.garnishment` (422).
 */
export function calculatedSlip(person: PaidPerson, month: Month, kind: 'regular' | 'correction' = 'regular'): Payslip | undefined {
  requirePayable(person, month);
  const due = new DueMonths(person);
  const isCorrection = kind === 'correction';
  const before = person.slips.filter((slip) => (isCorrection ? slip.month <= month : slip.month < month));
  const arrears = arrearsOf(due, before, isCorrection ? month : addMonths(month, -1));
  if (isCorrection && arrears.length === 0) return undefined;
  const facts: SlipFacts = {
    ...(isCorrection ? { ...plannedFacts(person, month), correction: true as const } : due.facts(month)),
    year: yearSoFar({ ...person, slips: before }, month),
    ...(arrears.length > 0 ? { arrears } : {}),
  };
  const slip = payslipOf(facts);
  requireSeizable(person, facts, slip);
  return slip;
}

import { addDays, earliest, type IsoDate, latest, type Month } from '#kernel/date.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import type { ContributionFacts } from './contribution.ts';
import { accrualOf, earnedExtraPay } from './extra-pay.ts';
import type { PayFacts, UnpaidDays, VariablePay } from './pay-facts.ts';
import { countBetween, extraPayAmount, extraPaysOfYear, monthDays, monthPay, type PayTerms, partOf, termsBetween } from './pay-terms.ts';
import { type SickPay, sickPayOf } from './sick-pay-es.ts';
import { type ContributionGroup, isDaily, minimumBaseOf, socialSecurityIn } from './social-security-es.ts';

interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
}
/** One line of what a month pays. */
export interface Earning {
  readonly kind: 'salary' | 'extra-pay' | 'sick-pay' | VariablePay['kind'];
  readonly text?: string;
  /** Of them halves too: 29.5. */
  readonly days?: number;
  readonly percent?: string;
  readonly payer?: SickPay['payer'];
  readonly amount: Minor;
  /** Of what is paid beside the salary, where the company's concept says it; absent: as the kind does. */
  readonly contributes?: boolean;
  readonly taxed?: boolean;
}
/** What one contract's terms pay in a month, and what they contribute by. */
export interface MonthPay {
  readonly earnings: readonly Earning[];
  readonly contributions: readonly ContributionFacts[];
}

/** The days of a stretch that none of the absences takes. */
export function daysWithout(stretch: Days, absences: readonly Days[]): readonly Days[] {
  return absences
    .filter(({ from, to }) => from <= stretch.to && to >= stretch.from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .reduce<readonly Days[]>(
      (left, gone) =>
        left.flatMap((days) => {
          if (gone.from > days.to || gone.to < days.from) return [days];
          const before = gone.from > days.from ? [{ from: days.from, to: addDays(gone.from, -1) }] : [];
          const after = gone.to < days.to ? [{ from: addDays(gone.to, 1), to: days.to }] : [];
          return [...before, ...after];
        }),
      [stretch],
    );
}

const within = (days: { readonly from: IsoDate; readonly to?: IsoDate }, stretch: Days): Days => ({
  from: latest(days.from, stretch.from),
  to: earliest(days.to ?? stretch.to, stretch.to),
});
const overlapping = <D extends { readonly from: IsoDate; readonly to?: IsoDate }>(all: readonly D[], stretch: Days): readonly D[] =>
  all.filter(({ from, to }) => from <= stretch.to && (to ?? stretch.to) >= stretch.from);

/** The minimum base of a whole month: what days of unpaid leave contribute by (RD 2064/1995 art. 69). */
function leastOfMonth(month: Month, group: ContributionGroup): Minor {
  const least = minimumBaseOf(socialSecurityIn(month), group);
  return isDaily(group) ? least * monthDays(month).length : least;
}

/** Days that an absence without pay takes whole; undefined where it is half of one day, or of two. */
function wholeDays<D extends UnpaidDays>({ fromNoon, untilNoon, ...days }: D) {
  const whole = { ...days, from: fromNoon ? addDays(days.from, 1) : days.from, to: untilNoon ? addDays(days.to, -1) : days.to };
  return whole.from <= whole.to ? whole : undefined;
}

/** How many halves of each day are without pay, of days that are worked beside. */
function unpaidHalves(unpaid: readonly UnpaidDays[], worked: readonly Days[]): ReadonlyMap<IsoDate, number> {
  const halves = new Map<IsoDate, number>();
  for (const { from, to, fromNoon, untilNoon } of unpaid)
    for (const day of [...(fromNoon ? [from] : []), ...(untilNoon ? [to] : [])])
      if (worked.some((each) => each.from <= day && each.to >= day)) halves.set(day, (halves.get(day) ?? 0) + 1);
  return halves;
}

/** Pay and base of one stretch of a month under the same terms. */
function stretchPay(facts: PayFacts, terms: PayTerms): { salary: Minor; days: number; bases: readonly ContributionFacts[] } {
  const { month } = facts;
  const daily = isDaily(terms.group);
  const stretch = { from: terms.from, to: terms.to as IsoDate };
  const sick = overlapping(facts.sick, stretch).map((leave) => ({ ...within(leave, stretch), leave }));
  const unpaid = overlapping(
    facts.unpaid.flatMap((each) => wholeDays(each) ?? []),
    stretch,
  ).map((each) => ({
    ...within(each, stretch),
    kind: each.kind,
  }));
  const birth = overlapping(facts.birth ?? [], stretch).map((each) => ({ ...within(each, stretch), dailyBase: each.dailyBase }));
  const worked = daysWithout(stretch, [...sick, ...unpaid, ...birth]);
  const sum = (amount: Minor, days: readonly Days[]) => days.reduce((all, { from, to }) => all + partOf(amount, daily, from, to), 0);
  const halves = [...unpaidHalves(facts.unpaid, worked)];
  // Half a day earns half of what its day does: the 31st of a month of thirty days earns nothing.
  const sumWorked = (amount: Minor) =>
    halves.reduce((all, [day, of]) => all - shareOf(partOf(amount, daily, day, day), BigInt(of), 2n), sum(amount, worked));
  const count = (days: readonly Days[]) => days.reduce((all, { from, to }) => all + countBetween(daily, from, to), 0);
  const striking = count(unpaid.filter(({ kind }) => kind === 'strike'));
  const salary = sumWorked(monthPay(terms, month));
  const extras = extraPaysOfYear(terms);
  const ofMonth = daily ? shareOf(extras, BigInt(monthDays(month).length), 365n) : shareOf(extras, 1n, 12n);
  const common = { group: terms.group, contract: terms.contract, accident: terms.accident };
  const away = count(birth);
  const base: ContributionFacts = {
    ...{ ...common, pay: salary, extraPays: sumWorked(ofMonth) },
    absences:
      sick.reduce((all, { from, to, leave }) => all + leave.dailyBase * countBetween(daily, from, to), 0) +
      sum(
        leastOfMonth(month, terms.group),
        unpaid.filter(({ kind }) => kind === 'unpaid-leave'),
      ),
    days: count([stretch]) - striking - away,
    ...(terms.partTimeHours === undefined
      ? {}
      : {
          partTime: {
            hours: terms.partTimeHours,
            ...(facts.policies.minimumHour === undefined ? {} : { minimumHour: facts.policies.minimumHour }),
          },
        }),
  };
  const absences = birth.reduce((all, { from, to, dailyBase }) => all + dailyBase * countBetween(daily, from, to), 0);
  const ofBirth: ContributionFacts = { ...common, pay: 0, extraPays: 0, absences, days: away, companyAlone: true };
  const halfDays = halves.reduce((all, [day, of]) => all + (of * countBetween(daily, day, day)) / 2, 0);
  return {
    salary,
    days: count(worked) - halfDays,
    bases: [...(base.days > 0 || away === 0 ? [base] : []), ...(away > 0 ? [ofBirth] : [])],
  };
}

const sameRun = (a: ContributionFacts, b: ContributionFacts): boolean =>
  a.group === b.group &&
  a.contract === b.contract &&
  a.accident.percent === b.accident.percent &&
  a.accident.source === b.accident.source &&
  a.partTime?.hours === b.partTime?.hours &&
  a.companyAlone === b.companyAlone;

/** Stretches that contribute alike are one base: a month cut anywhere contributes as the whole. */
function mergedRuns(all: readonly ContributionFacts[]): readonly ContributionFacts[] {
  const runs: ContributionFacts[] = [];
  for (const next of all) {
    const at = runs.findLastIndex((run) => run.companyAlone === next.companyAlone);
    const last = runs[at];
    if (!last || !sameRun(last, next)) {
      runs.push(next);
      continue;
    }
    const absences = (last.absences ?? 0) + (next.absences ?? 0);
    const sums = { pay: last.pay + next.pay, extraPays: last.extraPays + next.extraPays, absences, days: last.days + next.days };
    runs[at] = { ...last, ...sums };
  }
  return runs;
}

const OVERTIME = { overtime: 'overtime', 'overtime-force-majeure': 'overtimeForceMajeure' } as const;
const CONTRIBUTES: ReadonlySet<string> = new Set(['bonus', 'commission', 'in-kind']);

/** What is paid beside goes into the last base of the month. */
function withVariable(runs: readonly ContributionFacts[], variable: readonly VariablePay[]): readonly ContributionFacts[] {
  const at = Math.max(
    runs.findLastIndex(({ companyAlone }) => !companyAlone),
    0,
  );
  const last = runs[at];
  if (!last) return runs;
  const sum = (kind: string) => variable.filter((each) => each.kind === kind).reduce((all, { amount }) => all + amount, 0);
  const isPay = ({ kind, contributes = CONTRIBUTES.has(kind) }: VariablePay) => contributes;
  const pay = variable.filter(isPay).reduce((all, { amount }) => all + amount, last.pay);
  const hours = Object.entries(OVERTIME).flatMap(([kind, field]) => (sum(kind) > 0 ? [[field, sum(kind)]] : []));
  return runs.map((run, i) => (i === at ? { ...last, pay, ...Object.fromEntries(hours) } : run));
}

/** What the month pays by the terms, with extra pays, sickness and what is paid beside, and what it contributes by. */
export function payOfMonth(facts: PayFacts): MonthPay {
  const { month, employed } = facts;
  const whole = monthDays(month);
  const stretch = within(employed, whole);
  const terms = stretch.from > stretch.to ? [] : termsBetween(facts.terms, stretch.from, stretch.to);
  const stretches = terms.map((each) => stretchPay(facts, each));
  const last = terms.at(-1);
  const salary = stretches.reduce((sum, each) => sum + each.salary, 0);
  const days = stretches.reduce((sum, each) => sum + each.days, 0);
  const extra = last?.extraMonths.includes(Number(month.slice(5)))
    ? earnedExtraPay(
        extraPayAmount(last, month),
        accrualOf(month, last.accrual, last.extraMonths.length),
        within(employed, accrualOf(month, last.accrual, last.extraMonths.length)),
      )
    : 0;
  const sick = facts.sick.flatMap((leave) => (stretch.from > stretch.to ? [] : sickPayOf(leave, stretch.from, stretch.to)));
  return {
    earnings: [
      ...(salary > 0 ? [{ kind: 'salary' as const, days, amount: salary }] : []),
      ...sick.map(({ days, percent, payer, amount }) => ({ kind: 'sick-pay' as const, days, percent, payer, amount })),
      ...(extra > 0 ? [{ kind: 'extra-pay' as const, amount: extra }] : []),
      ...facts.variable,
    ],
    contributions: withVariable(mergedRuns(stretches.flatMap(({ bases }) => bases)), facts.variable),
  };
}

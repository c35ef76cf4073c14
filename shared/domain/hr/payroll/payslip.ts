import { type Month, monthsBetween } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText, shareOf } from '#kernel/money.ts';
import { type Contribution, contributionsOf, contributionTotals } from './contribution.ts';
import { GARNISHMENT_ROW, garnishedOf } from './garnishment-es.ts';
import { incomeTaxIn } from './income-tax-es.ts';
import { type Earning, payOfMonth } from './month-pay.ts';
import type { PayFacts } from './pay-facts.ts';
import { socialSecurityIn } from './social-security-es.ts';
import { regularisedRate, type WithholdingFacts, type WithholdingSteps, withholdingRate } from './withholding-rate.ts';

/** A month of one person's pay, in cents. `gross = net + withheld + worker`; `cost = gross + company`. */
export interface Payslip {
  readonly month: Month;
  readonly earnings: readonly Earning[];
  readonly contributions: readonly Contribution[];
  readonly rate: { readonly value: number; readonly facts: string; readonly steps?: WithholdingSteps };
  readonly gross: Minor;
  /** What of it bears tax. */
  readonly taxed: Minor;
  readonly worker: Minor;
  readonly company: Minor;
  readonly withheld: Minor;
  readonly net: Minor;
  readonly cost: Minor;
  /** Sick pay that the administration bears: deducted from what is paid to the TGSS. */
  readonly delegated: Minor;
  readonly inKind: Minor;
  readonly advance: Minor;
  readonly garnished: Minor;
  readonly garnishedBy?: string;
  /** What is transferred. */
  readonly payable: Minor;
}

const sumOf = (earnings: readonly Earning[], takes: (earning: Earning) => boolean): Minor =>
  earnings.reduce((sum, each) => (takes(each) ? sum + each.amount : sum), 0);
const FORESEEN: ReadonlySet<string> = new Set(['salary', 'extra-pay', 'sick-pay']);
const bearsTax = ({ kind }: Earning): boolean => kind !== 'allowance';

/** A month as it is foreseen: nobody ill, nothing beside. */
function foreseen(facts: PayFacts, month: Month): { readonly gross: Minor; readonly worker: Minor } {
  const { earnings, contributions } = payOfMonth({ ...facts, month, sick: [], unpaid: [], variable: [] });
  const row = socialSecurityIn(month);
  return {
    gross: sumOf(earnings, bearsTax),
    worker: contributions.reduce((sum, each) => sum + contributionTotals(contributionsOf(row, each)).worker, 0),
  };
}

/** What the months from one on are foreseen to pay until the year or the contract ends. */
function toCome(facts: PayFacts, from: Month): { readonly gross: Minor; readonly worker: Minor } {
  return monthsBetween(from, `${from.slice(0, 4)}-12`)
    .map((month) => foreseen(facts, month))
    .reduce((sum, each) => ({ gross: sum.gross + each.gross, worker: sum.worker + each.worker }), { gross: 0, worker: 0 });
}

/** What a month pays beside the salary, as far as it bears tax: nobody foresees it, so that the rate follows it. */
const variableOf = ({ variable }: Pick<PayFacts, 'variable'>): Minor =>
  variable.reduce((sum, { kind, amount }) => (kind === 'allowance' ? sum : sum + amount), 0);

/** What a rate depends on, as text: the year's planned pay and the family's data. The same facts keep the rate. */
const factsOfRate = (facts: PayFacts, planned: Minor): string => `${planned}|${facts.contract}|${JSON.stringify(facts.family)}`;

/**
 * The rate of the month: worked out at the first slip of the year, regularised where planned pay or family changed since (RIRPF art. 87),
 * else the one of the slip before.
 */
function rateOf(facts: PayFacts): Payslip['rate'] {
  const { month, year, family, contract, policies } = facts;
  const first = `${month.slice(0, 4)}-01`;
  const beside = variableOf(facts);
  const planned = factsOfRate(facts, toCome(facts, first).gross + year.variable + beside);
  if (year.rate?.facts === planned) return year.rate;
  const left = toCome(facts, month);
  const tax: WithholdingFacts = {
    ...{ year: Number(month.slice(0, 4)), family, contract },
    gross: year.gross + left.gross + beside,
    socialSecurity: year.socialSecurity + left.worker,
    ...(facts.reducedTerritory ? { reducedTerritory: true } : {}),
  };
  const row = incomeTaxIn(month);
  const steps = year.rate
    ? regularisedRate(row, tax, { withheld: year.withheld, toCome: left.gross + beside }, policies.rateRounding)
    : withholdingRate(row, tax, policies.rateRounding);
  return { value: steps.rate, facts: planned, steps };
}

/** The minimum wage that a garnishment leaves: doubled in the month of an extra pay (policy of the pack). */
function leftOf(facts: PayFacts, earnings: readonly Earning[]): Minor {
  const wage = socialSecurityIn(facts.month).minimumWage.month;
  return earnings.some(({ kind }) => kind === 'extra-pay') ? 2 * wage : wage;
}

/**
 * A month's slip by the rows of the packs. @throws DomainError `payroll.no_row` (422) for a month without a row,
 * `payroll.negative_net` (422) where deductions pass what is paid.
 */
export function payslipOf(facts: PayFacts): Payslip {
  const { month, advance } = facts;
  const { earnings, contributions: bases } = payOfMonth(facts);
  const contributions = bases.flatMap((each) => contributionsOf(socialSecurityIn(month), each));
  const { worker, company } = contributionTotals(contributions);
  const gross = sumOf(earnings, () => true);
  const taxed = sumOf(earnings, bearsTax);
  const rate = rateOf(facts);
  const withheld = shareOf(taxed, BigInt(rate.value), 10_000n);
  const net = gross - worker - withheld;
  const inKind = sumOf(earnings, ({ kind }) => kind === 'in-kind');
  const seizable = Math.max(0, net - inKind);
  const { garnishment } = facts;
  const garnished = garnishment ? garnishedOf(seizable, leftOf(facts, earnings), garnishment).amount : 0;
  const payable = net - inKind - advance - garnished;
  if (payable < 0)
    throw refused(
      'payroll.negative_net',
      `Deductions pass what is paid by ${minorText(-payable)}: lower the advance, or spread it over months.`,
      'advance',
      { over: minorText(-payable), advance: minorText(advance) },
    );
  return {
    ...{ month, earnings, contributions, rate, gross, taxed, worker, company, withheld, net, inKind, advance, garnished, payable },
    ...(garnished > 0 ? { garnishedBy: GARNISHMENT_ROW } : {}),
    cost: gross + company,
    delegated: sumOf(earnings, ({ payer }) => payer === 'delegated'),
  };
}

/** What the year has paid with a slip more. */
export const soFarWith = (year: PayFacts['year'], slip: Payslip): PayFacts['year'] => ({
  gross: year.gross + slip.taxed,
  withheld: year.withheld + slip.withheld,
  socialSecurity: year.socialSecurity + slip.worker,
  variable: year.variable + sumOf(slip.earnings, ({ kind }) => kind !== 'allowance' && !FORESEEN.has(kind)),
  rate: { value: slip.rate.value, facts: slip.rate.facts },
});

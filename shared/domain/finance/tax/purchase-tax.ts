import * as z from 'zod/mini';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { allocate, type Minor, minorText, percentOf } from '#kernel/money.ts';
import type { TaxFact, WithheldAt } from '#kernel/record.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import type { EntryLine } from '../ledger/entry.ts';
import { summed, type TaxableLine, type TaxLine, type Totals, totalsOf } from './totals.ts';
import { capitalCodeOf, isCapital, taxCodeOf } from './vat-es.ts';

/** A capital good is used for more than a year and costs as much or more (Ley 37/1992 art. 108.Dos.5.º). Minor units. */
export const CAPITAL_GOOD = 3_005_06;

/** The paper says that its supplier is under cash accounting (criterio de caja). */
export const CASH_BASIS = { cashBasis: z.optional(z.literal(true)) };
/** Why a bill of a supplier under cash accounting is not taken as it is: its VAT is deducted when it is paid, at the latest at the end of the next year (Ley 37/1992 arts. 163 undecies, 163 terdecies). */
export const refusalOfCashBasis = (told: boolean | undefined): Refusal | undefined =>
  told
    ? refusal(
        'tax.cash_basis',
        'VAT of a supplier under cash accounting is deducted when the bill is paid, and that is not kept here: enter the bill with the day of its payment as the day on which it was received.',
        'body.cashBasis',
      )
    : undefined;

/** Why a line is not of a capital good, or undefined. */
export const refusalOfCapitalGood = (code: string, net: Minor, field: string): Refusal | undefined =>
  isCapital(code) && Math.abs(net) < CAPITAL_GOOD
    ? refusal(
        'tax.capital_good',
        `A capital good costs ${minorText(CAPITAL_GOOD)} EUR or more (Ley 37/1992 art. 108): this line is of ${minorText(net)}. Use the code of current purchases.`,
        `${field}.taxCode`,
        { taxCode: code, net: minorText(net), least: minorText(CAPITAL_GOOD) },
      )
    : undefined;

/** Of a line on an account of fixed assets that has a code of current purchases and costs as much as a capital good (art. 108): the code that it ought to have. */
export function capitalAdviceOf({ account, net, taxCode }: { readonly account: string; readonly net: Minor; readonly taxCode: string }) {
  const instead = account.startsWith('21') && Math.abs(net) >= CAPITAL_GOOD ? capitalCodeOf(taxCode) : undefined;
  return instead ? { account, taxCode, instead, least: minorText(CAPITAL_GOOD) } : undefined;
}

/** Why a credit note does not take import VAT of the return back, or undefined: customs assess it, and they alone correct it (Ley 37/1992 arts. 114, 167.Dos). */
export const refusalOfDeferredCredit = (code: string, field: string): Refusal | undefined =>
  taxCodeOf(code)?.owed === 'return'
    ? refusal(
        'tax.deferred_import',
        `A supplier's credit note changes no import VAT of ${code}: customs assessed it, and they alone correct it. Enter what the supplier gives back as EXENTO; what customs give back is a credit note of theirs with ${code.replace('IMPD', 'IMP')}, for boxes 40 and 41.`,
        `${field}.taxCode`,
        { taxCode: code, instead: code.replace('IMPD', 'IMP') },
      )
    : undefined;

/** What a supplier's document comes to: what its buyer owes to the tax authority is no part of it. */
export function purchaseTotals(lines: readonly TaxableLine[]): Totals {
  return summed(totalsOf(lines, false).taxes.map(asBought), 0);
}

function asBought({ code, percent, base, tax }: TaxLine): TaxLine {
  const { owed, deducted } = taxCodeOf(code) ?? {};
  if (owed) return { code, percent, base, tax: 0, selfCharged: tax };
  return { code, percent, base, tax, ...(deducted ? { deductible: percentOf(tax, deducted) } : {}) };
}

/** What of a tax is deducted. */
export const deductibleOf = ({ tax, selfCharged = 0, deductible = tax + selfCharged }: TaxLine): Minor => deductible;

/** The tax that is a cost: shared among the lines that bear it, in their order. */
export function costsOf(taxes: readonly TaxLine[], lines: readonly (Omit<TaxableLine, 'amount'> & { readonly net: Minor })[]): Minor[] {
  const costs = lines.map(() => 0);
  for (const line of taxes) {
    const cost = line.tax + (line.selfCharged ?? 0) - deductibleOf(line);
    if (cost === 0) continue;
    const mine = [...lines.entries()].filter(([, { taxCode, percent }]) => taxCode === line.code && percent === line.percent);
    const shares = allocate(
      cost,
      mine.map(([, { net }]) => Math.abs(net)),
    );
    for (const [k, [at]] of mine.entries()) costs[at] = (costs[at] ?? 0) + (shares[k] ?? 0);
  }
  return costs;
}

/** Dr 472 what is deducted, Cr 477 what the buyer charges itself, or 4750 what customs take with the return. */
export const inputTaxLines = (taxes: readonly TaxLine[]): EntryLine[] =>
  taxes.flatMap((line) => [
    { account: ACCOUNT.vatInput, amount: deductibleOf(line), tax: line.code },
    {
      account: taxCodeOf(line.code)?.owed === 'return' ? ACCOUNT.vatPayable : ACCOUNT.vatOutput,
      amount: -(line.selfCharged ?? 0),
      tax: line.code,
    },
  ]);

/** What the entry of a purchase posts of each of its taxes: its own side, and the other where its buyer owes them. @param corrects it takes an earlier document back. */
export function purchaseFacts(
  { totals, withheld }: { readonly totals: Pick<Totals, 'net' | 'taxes'>; readonly withheld?: Withheld | undefined },
  corrects = false,
): TaxFact[] {
  const facts: TaxFact[] = totals.taxes.flatMap((line): TaxFact[] => {
    const { code, percent, base, selfCharged } = line;
    const input = { side: 'input', code, percent, base, tax: deductibleOf(line) } as const;
    return selfCharged === undefined ? [input] : [input, { side: 'output', code, percent, base, tax: selfCharged }];
  });
  // What is declared as it is paid or falls due stands with that.
  if (withheld && withheld.at === undefined)
    facts.push({ side: 'withheld', code: withheld.code, percent: withheld.percent, base: totals.net, tax: withheld.amount });
  return corrects ? facts.map((fact) => ({ ...fact, base: -fact.base, tax: -fact.tax, corrects })) : facts;
}

interface Withheld {
  readonly at?: WithheldAt | undefined;
  readonly code: string;
  readonly percent: string;
  readonly amount: Minor;
}

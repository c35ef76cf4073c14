import type { Address } from '#kernel/address.ts';
import { addDays, type IsoDate, yearOf } from '#kernel/date.ts';
import type { LineDimensions } from '#kernel/line-dimensions.ts';
import { BASE_CURRENCY, type Minor, minorText, percentOf } from '#kernel/money.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';
import { INPUT_TAX_CODES, isInForce, taxCodeOf, taxPercent } from '../tax/vat-es.ts';
import { withholdingPercent } from '../tax/withholding-es.ts';

/** What a rate makes of its base. */
interface PaperTax {
  readonly rate: string;
  readonly base: Minor;
  readonly tax: Minor;
  /** The paper says that its buyer owes the tax (Ley 37/1992 arts. 84 and 85). */
  readonly owedByBuyer?: true;
}

/** What a paper says, whatever it was read from. Amounts in minor units of its currency. */
export interface PaperFacts {
  /** Of whoever may have issued it, the likeliest first; never our own. */
  readonly taxIds: readonly string[];
  readonly name?: string | undefined;
  /** Where its issuer is, as far as that is whole. */
  readonly address?: Address | undefined;
  readonly ibans: readonly string[];
  readonly reference?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly dueDate?: IsoDate | undefined;
  /** What is due on each day, where it tells several; without an amount where it does not say how much. */
  readonly instalments?: readonly { readonly date: IsoDate; readonly amount?: Minor }[] | undefined;
  readonly currency?: string | undefined;
  readonly taxes: readonly PaperTax[];
  /** Income tax withheld, above zero. */
  readonly withholding?: Minor | undefined;
  /** What the paper rounds what is to be paid by (EN 16931 BT-114). */
  readonly rounding?: Minor | undefined;
  /** What is to be paid: tax included, what is withheld taken off. */
  readonly total?: Minor | undefined;
  readonly isCreditNote: boolean;
  /** Our own tax id stands on it. */
  readonly namesUs?: boolean | undefined;
}

/** What people corrected bills of a supplier to, time and again: it goes before what the supplier's record says. */
export interface LearnedTerms {
  readonly account?: string | undefined;
  /** By the rate that the paper shows; `owed` where it leaves the tax to its buyer. */
  readonly taxCodes?: ReadonlyMap<string, string> | undefined;
  readonly dimensions?: LineDimensions | undefined;
  /** From the date of the bill to its due date. */
  readonly dueDays?: number | undefined;
}

/** What may have to be looked at before a paper is entered. */
type PaperFlagCode =
  | 'supplier_unknown'
  | 'supplier_guessed'
  | 'currency_foreign'
  | 'iban_changed'
  | 'number_taken'
  | 'bill_without_paper'
  | 'date_future'
  | 'date_old'
  | 'year_closed'
  | 'several_due_dates'
  | 'rate_not_valid'
  | 'reverse_charge'
  | 'mention_missing'
  | 'no_account'
  | 'totals_differ'
  | 'withholding_differs';
/** Something about a paper that a person has to look at, with the field it is about and what its sentence names. */
export interface PaperFlag {
  readonly code: PaperFlagCode;
  readonly field: 'supplier' | 'currency' | 'iban' | 'number' | 'date' | 'dueDate' | 'taxes' | 'total' | 'withholding';
  readonly params: Readonly<Record<string, string | number>>;
}

interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** The body of `recordSupplierBill` or `recordSupplierCreditNote`, as far as the paper tells it. */
export interface BillProposal {
  readonly supplierId?: string;
  readonly reference?: string;
  readonly date?: IsoDate;
  readonly dueDate?: IsoDate;
  /** In place of one: what is due on each day. */
  readonly dueDates?: readonly { readonly date: IsoDate; readonly amount: Money }[];
  readonly lines: readonly {
    readonly account?: string;
    readonly net: Money;
    readonly taxCode?: string;
    readonly dimensions?: LineDimensions;
  }[];
  readonly total?: Money;
}

/** What a person entered, as far as proposals can be compared with it. Amounts in the currency of the paper. */
export interface EnteredPurchase {
  readonly supplierId: string;
  readonly reference: string;
  readonly date: IsoDate;
  /** Of a bill that is due on one day. */
  readonly dueDate?: IsoDate | undefined;
  readonly lines: readonly {
    readonly account: string;
    readonly net: number;
    readonly taxCode: string;
    readonly dimensions?: LineDimensions | undefined;
    /** It is for goods that were received, on their account. */
    readonly forGoods: boolean;
  }[];
  /** In the currency of the paper, tax included. */
  readonly gross: number;
  readonly by: string;
}

/** What is known beside the paper. */
export interface ProposalWorld {
  readonly today: IsoDate;
  readonly supplier: StoredSupplier | undefined;
  /** What it was found by. Absent: its tax id. */
  readonly foundBy?: 'iban' | 'name' | undefined;
  readonly learned?: LearnedTerms | undefined;
  /** The document that has the paper's number already. */
  readonly takenBy: string | undefined;
  /** A bill that a line of a bank has made, and whose paper this seems to be. */
  readonly awaitedBy?: { readonly id: string; readonly reference: string; readonly date: IsoDate } | undefined;
  /** Nobody posts in the fiscal year of its date any more, or has ever. */
  readonly yearClosed?: boolean | undefined;
}

/** A bill as the paper has it, with what has to be looked at before it is entered. */
export function proposeBill(
  facts: PaperFacts,
  world: ProposalWorld,
): { readonly bill: BillProposal; readonly flags: readonly PaperFlag[] } {
  const { reference, date, dueDate, currency = BASE_CURRENCY } = facts;
  const { supplier, learned } = world;
  const money = (minor: Minor): Money => ({ amount: minorText(minor, currency), currency });
  const rounding = facts.rounding ?? 0;
  const gross = facts.taxes.reduce((sum, { base, tax }) => sum + base + tax, rounding);
  // A credit note is entered above zero, however its paper signs it.
  const sign = facts.isCreditNote && gross < 0 ? -1 : 1;
  const lines = facts.taxes.map((tax) => {
    const { base } = tax;
    const taxCode = date ? codeFor(tax, date, world) : undefined;
    const account = learned?.account ?? supplier?.expenseAccount;
    return {
      net: money(sign * base),
      ...(account ? { account } : {}),
      ...(taxCode ? { taxCode } : {}),
      ...(learned?.dimensions ? { dimensions: learned.dimensions } : {}),
    };
  });
  const parts = instalmentsOf(facts);
  const due = learned?.dueDays === undefined || !date ? dueDate : addDays(date, learned.dueDays);
  const bill: BillProposal = {
    ...(supplier ? { supplierId: supplier.id } : {}),
    ...(reference ? { reference } : {}),
    ...(date ? { date } : {}),
    ...(parts ? { dueDates: parts.map(({ date: on, amount }) => ({ date: on, amount: money(amount) })) } : {}),
    ...(!parts && due && date && due >= date && !facts.isCreditNote ? { dueDate: due } : {}),
    // Cents that no base explains stand on their own.
    lines: rounding === 0 ? lines : [...lines, { account: ROUNDING_ACCOUNT, net: money(sign * rounding), taxCode: 'EXENTO' }],
    ...(facts.taxes.length > 0 ? { total: money(sign * gross) } : {}),
  };
  return { bill, flags: flagsOf(facts, world, gross) };
}

/** The most due dates that a bill has. */
const MAX_DUE_DATES = 12;

/** What a paper has due on each of several days, where that comes to what is to be paid, and a bill can be due so. */
function instalmentsOf({ instalments = [], date = '', total, isCreditNote }: PaperFacts) {
  const parts = instalments.flatMap(({ date: on, amount = 0 }) => (amount > 0 && on >= date ? [{ date: on, amount }] : []));
  const isWhole =
    parts.length === instalments.length &&
    parts.length > 1 &&
    parts.length <= MAX_DUE_DATES &&
    parts.reduce((sum, { amount }) => sum + amount, 0) === total;
  return isWhole && !isCreditNote ? parts : undefined;
}

/** Several due dates that a bill cannot take as they stand: whoever enters it says what is due when. */
function severalDueDates(facts: PaperFacts): PaperFlag | undefined {
  const { instalments = [], total = 0, currency = BASE_CURRENCY, isCreditNote } = facts;
  const sum = instalments.reduce((all, { amount = 0 }) => all + amount, 0);
  const isOne = instalments.length < 2 && (instalments.length === 0 || sum === total);
  return when(!isOne && !isCreditNote && !instalmentsOf(facts), 'several_due_dates', 'dueDate', {
    ...{
      dates: instalments
        .map(({ date }) => date)
        .join(', ')
        .slice(0, 200),
      sum: minorText(sum, currency),
    },
    ...{ total: minorText(total, currency), currency },
  });
}

/** From the operation on, its tax can be deducted for so long (Ley 37/1992 art. 99.Tres). */
const DEDUCTION_YEARS = 4;
/** The same day so many years later; of 29 February the day before 1 March, which is no day, and compares as it should. */
const yearsLater = (date: IsoDate, years: number): string => `${Number(yearOf(date)) + years}${date.slice(4)}`;

/** Cents that a supplier rounds by: other costs of money. */
const ROUNDING_ACCOUNT = '669';

/** Codes of what domestic suppliers charge, the usual ones first. */
const USUAL = ['IVA-G', 'IVA-R', 'IVA-S', 'EXENTO'];

/** How what was learned names a tax of a paper. */
export const taxKey = ({ rate, owedByBuyer }: Pick<PaperTax, 'rate' | 'owedByBuyer'>): string =>
  owedByBuyer ? 'owed' : String(Number(rate));

/**
 * The code of a rate on a day: what was learned; the supplier's own where that has the rate, or charges none itself while the paper
 * shows none.
 */
function codeFor(tax: PaperTax, date: IsoDate, { supplier, learned }: ProposalWorld): string | undefined {
  const { rate, owedByBuyer } = tax;
  const taught = learned?.taxCodes?.get(taxKey(tax));
  if (taught && isInForce(taught, date)) return taught;
  const own = supplier?.taxCode;
  if (own && isInForce(own, date) && (isOwedByBuyer(own) ? rate === '0' : Number(taxPercent(own, date)) === Number(rate) && !owedByBuyer))
    return own;
  // Which of its kinds the buyer owes, only a person or the supplier's record tells.
  if (owedByBuyer) return undefined;
  return USUAL.filter((code) => INPUT_TAX_CODES.includes(code)).find(
    (code) => isInForce(code, date) && Number(taxPercent(code, date)) === Number(rate),
  );
}

const isOwedByBuyer = (code: string): boolean => taxCodeOf(code)?.owed !== undefined;

type Check = (facts: PaperFacts, world: ProposalWorld) => PaperFlag | undefined;

const when = (is: boolean, code: PaperFlag['code'], field: PaperFlag['field'], params: PaperFlag['params']): PaperFlag | undefined =>
  is ? { code, field, params } : undefined;

const CHECKS: readonly Check[] = [
  ({ taxIds, name = '' }, { supplier }) => when(!supplier, 'supplier_unknown', 'supplier', { taxId: taxIds[0] ?? '', name }),
  ({ name = '' }, { supplier, foundBy }) =>
    when(supplier !== undefined && foundBy !== undefined, 'supplier_guessed', 'supplier', {
      ...{ supplier: supplier?.name ?? '', by: foundBy ?? '', name },
    }),
  ({ currency = BASE_CURRENCY }) => when(currency !== BASE_CURRENCY, 'currency_foreign', 'currency', { currency }),
  ({ ibans }, { supplier }) =>
    when(ibans.length > 0 && supplier?.iban !== undefined && !ibans.includes(supplier.iban), 'iban_changed', 'iban', {
      ...{ iban: ibans[0] ?? '', known: supplier?.iban ?? '' },
    }),
  ({ reference = '' }, { takenBy = '' }) => when(takenBy !== '', 'number_taken', 'number', { reference, document: takenBy }),
  (_, { awaitedBy: { id = '', reference = '', date = '' } = {} }) =>
    when(id !== '', 'bill_without_paper', 'number', { bill: reference, date, document: id }),
  severalDueDates,
  ({ date = '' }, { today }) => when(date > today, 'date_future', 'date', { date, today }),
  ({ date }, { today }) => when(date !== undefined && yearsLater(date, DEDUCTION_YEARS) < today, 'date_old', 'date', { date: date ?? '' }),
  ({ date = '' }, { yearClosed = false }) => when(yearClosed, 'year_closed', 'date', { date }),
  (_, { supplier, learned }) =>
    when(supplier !== undefined && !(learned?.account ?? supplier.expenseAccount), 'no_account', 'taxes', {
      supplier: supplier?.name ?? '',
    }),
  withholdingDiffers,
];

const flagsOf = (facts: PaperFacts, world: ProposalWorld, gross: Minor): PaperFlag[] => [
  ...CHECKS.flatMap((check) => check(facts, world) ?? []),
  ...ratesNotValid(facts, world),
  ...totalsDiffer(facts, gross),
];

/** Rates that no code of the day has; taxes that the buyer owes, without a code that says so, or without the paper's saying it (RD 1619/2012 art. 6.1.m). */
const ratesNotValid = ({ taxes, date }: PaperFacts, world: ProposalWorld): PaperFlag[] =>
  date === undefined
    ? []
    : taxes.flatMap((tax) => {
        const code = codeFor(tax, date, world);
        const { rate, owedByBuyer = false } = tax;
        if (code === undefined) return when(true, owedByBuyer ? 'reverse_charge' : 'rate_not_valid', 'taxes', { rate, date }) ?? [];
        return when(isOwedByBuyer(code) && !owedByBuyer, 'mention_missing', 'taxes', { code }) ?? [];
      });

function totalsDiffer({ taxes, total, withholding = 0, currency = BASE_CURRENCY }: PaperFacts, gross: Minor): PaperFlag[] {
  const differs = total !== undefined && taxes.length > 0 && total !== gross && total !== gross - withholding;
  return differs
    ? [
        {
          code: 'totals_differ',
          field: 'total',
          params: { total: minorText(total, currency), sum: minorText(gross - withholding, currency), currency },
        },
      ]
    : [];
}

/** What the supplier's record would withhold of the paper, which is what a bill of it withholds. */
function withholdingDiffers(
  { date, taxes, withholding = 0, currency = BASE_CURRENCY }: PaperFacts,
  { supplier }: ProposalWorld,
): PaperFlag | undefined {
  if (!supplier || !date) return undefined;
  const code = withholds(supplier, date) ? supplier.withholding?.code : undefined;
  const percent = code && withholdingPercent(code, date);
  const base = taxes.reduce((sum, tax) => sum + tax.base, 0);
  const expected = percent ? percentOf(Math.abs(base), percent) : 0;
  return when(expected !== Math.abs(withholding), 'withholding_differs', 'withholding', {
    ...{ paper: minorText(withholding, currency), supplier: code ?? 'none', expected: minorText(expected, currency), currency },
  });
}

const withholds = ({ withholding }: StoredSupplier, date: IsoDate): boolean =>
  withholding !== undefined && withholding.from <= date && date <= (withholding.to ?? date);

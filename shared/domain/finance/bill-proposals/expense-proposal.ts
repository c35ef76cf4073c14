import type { IsoDate } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor, minorText } from '#kernel/money.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { normalise } from '#kernel/text.ts';
import { EXPENSE_TAX_CODES, type ExpenseKind } from '../expenses/expense-claim.ts';
import { isInForce, taxPercent } from '../tax/vat-es.ts';
import type { PaperFacts } from './bill-proposal.ts';

interface ProposedLine {
  readonly date?: IsoDate;
  readonly kind: ExpenseKind;
  /** Who was paid. */
  readonly text?: string;
  readonly amount?: { readonly amount: string; readonly currency: string };
  readonly invoice?: { readonly number: string; readonly issuer: string; readonly taxId: string; readonly taxCode: string };
}

/** The lines of an expense claim as a receipt has them: one, or one for each rate of an invoice in the company's name. */
export interface ExpenseProposal {
  readonly text?: string;
  readonly lines: readonly ProposedLine[];
}

/** What merchants call themselves, by what is bought of them: without accents, in lower case. */
const KINDS: readonly (readonly [ExpenseKind, RegExp])[] = [
  ['lodging', /\b(hotel|hostal|hostel|pension|parador|apartamentos|albergue)\b/],
  ['meals', /\b(restaurante|restaurant|bar|cafeteria|cafe|asador|meson|taberna|pizzeria|cerveceria|catering|hamburgueseria)\b/],
  [
    'travel',
    /\b(taxi|taxis|renfe|metro|autopista|peaje|parking|aparcamiento|gasolinera|estacion de servicio|repsol|cepsa|moeve|iberia|vueling|alsa|avis|hertz|europcar)\b/,
  ],
];

const kindOf = (name = ''): ExpenseKind => KINDS.find(([, words]) => words.test(normalise(name)))?.[0] ?? 'other';

const euros = (minor: Minor) => ({ amount: minorText(minor), currency: BASE_CURRENCY });

/**
 * What an employee would claim by a receipt. Its tax is deducted only where it names us, its issuer and a number (RD 1619/2012 art. 7.2);
 * an amount in another currency is left to whoever knows what it cost in euros, and what comes back is no expense.
 */
export function proposeExpense(facts: PaperFacts): ExpenseProposal {
  const { name, date, total, currency = BASE_CURRENCY } = facts;
  const text = name?.slice(0, 140);
  const line = { kind: kindOf(name), ...(date ? { date } : {}), ...(text ? { text } : {}) };
  const invoiced = facts.isCreditNote ? [] : invoicedLines(facts);
  const whole = currency === BASE_CURRENCY && !facts.isCreditNote && total !== undefined && total > 0 ? { amount: euros(total) } : {};
  return { ...(text ? { text } : {}), lines: invoiced.length > 0 ? invoiced.map((own) => ({ ...line, ...own })) : [{ ...line, ...whole }] };
}

/** A line for each rate of an invoice that names us; none where anything of it is missing, or does not come to the total. */
function invoicedLines({
  namesUs,
  taxIds,
  name,
  reference,
  date,
  taxes,
  total,
  currency = BASE_CURRENCY,
}: PaperFacts): Pick<ProposedLine, 'amount' | 'invoice'>[] {
  const [taxId] = taxIds;
  if (!namesUs || !taxId || !name || !reference || !date || currency !== BASE_CURRENCY || !isSpanishTaxId(bareTaxId(taxId))) return [];
  if (
    total !== taxes.reduce((sum, { base, tax }) => sum + base + tax, 0) ||
    taxes.some(({ base, owedByBuyer }) => base <= 0 || owedByBuyer)
  )
    return [];
  const lines = taxes.flatMap(({ rate, base, tax }) => {
    const taxCode = EXPENSE_TAX_CODES.find((code) => isInForce(code, date) && Number(taxPercent(code, date)) === Number(rate));
    const invoice = taxCode && { number: reference, issuer: name.slice(0, 120), taxId: bareTaxId(taxId), taxCode };
    return invoice ? [{ amount: euros(base + tax), invoice }] : [];
  });
  return lines.length === taxes.length ? lines : [];
}

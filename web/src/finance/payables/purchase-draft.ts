import { BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import { CAPITAL_GOOD, capitalCodeFor, purchaseTotals } from '#domain/finance/tax/purchase-tax.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import { addDays } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Currency, type Minor, minorText, toMinor } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { dimensionsIn } from '../../lines/dimension-text.ts';
import { type DraftKind, given, open } from '../../lines/draft.ts';
import { type GoodsLine, partOf } from '../received-goods/goods-lines.ts';

export interface PurchaseLine extends GoodsLine {
  readonly taxCode: string;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
}

/** What of a supplier its bills are made with. */
export type DraftSupplier = Pick<Schemas['SupplierRow'], 'id' | 'name' | 'taxId' | 'expenseAccount' | 'taxCode'>;

/** A bill or credit note as it is typed. */
export interface PurchaseDraft {
  readonly supplier?: DraftSupplier | undefined;
  readonly corrects: string;
  /** Of a credit note within the Union that names no bill: the period of form 349, and what it declared. */
  readonly correctedPeriod: string;
  readonly declaredBase: string;
  readonly reference: string;
  readonly date: string;
  readonly receivedOn: string;
  readonly dueDate: string;
  /** Days after the date: `30, 60, 90`. */
  readonly dueDays: string;
  readonly total: string;
  readonly withholding: string;
  /** Of the paper: all its amounts are in it. */
  readonly currency: Currency;
  readonly rate: string;
  readonly notes: string;
  /** The document that it is entered from. */
  readonly documentId: string;
  readonly lines: readonly PurchaseLine[];
}

type Body = Schemas['RecordSupplierBill'] | Schemas['RecordSupplierCreditNote'];

/** @param credit a credit note; else a bill. */
export const purchases = (credit: boolean): DraftKind<PurchaseDraft, Body> => ({
  blank: { account: '', text: '', net: '', taxCode: '', dimensions: '', receipt: '', quantity: '', left: '', unitPrice: '' },
  schema: credit ? SupplierCreditInput : BillInput,
  main: 'net',
  body: (
    { supplier, reference, date, receivedOn, dueDate, dueDays, corrects, total, withholding, currency, rate, notes, documentId, ...told },
    lines,
  ) =>
    ({
      ...{ supplierId: supplier?.id ?? '', reference: reference.trim(), date },
      ...given({
        receivedOn,
        notes,
        withholding,
        documentId,
        rate: currency === BASE_CURRENCY ? '' : rate,
        ...(credit ? { corrects } : { dueDate }),
      }),
      ...(credit ? correctedIn(told) : {}),
      ...(credit || !date ? {} : instalments(date, dueDays)),
      ...(total ? { total: { amount: total, currency } } : {}),
      lines: lines.map(({ account, text, net, taxCode, dimensions, receipt, quantity }) => ({
        ...(receipt ? { receipt: partOf(receipt, quantity) } : given({ account })),
        ...given({ text, taxCode }),
        net: { amount: net, currency },
        ...dimensionsIn(dimensions),
      })),
    }) as Body,
  rule: (lines) => Object.fromEntries(lines.flatMap(({ net }, at) => (CENTS.test(net) ? [] : [[`lines.${at}.net`, 'net']]))),
});

/** The period of form 349 that a credit note corrects, as the request has it. */
const correctedIn = ({ correctedPeriod, declaredBase }: Pick<PurchaseDraft, 'correctedPeriod' | 'declaredBase'>) => ({
  ...given({ correctedPeriod: correctedPeriod.trim() }),
  ...(declaredBase ? { declaredBase: { amount: declaredBase, currency: BASE_CURRENCY } } : {}),
});

/** `30, 60, 90` days after a date, in equal parts. What cannot be read is sent as it is, and found wrong. */
function instalments(date: string, days: string) {
  const all = days.split(/[\s,;]+/).filter(Boolean);
  if (all.length === 0) return {};
  return { dueDates: all.map((day) => ({ date: /^\d{1,3}$/.test(day) ? addDays(date, Number(day)) : day })) };
}

export const emptyPurchase = (supplier?: DraftSupplier, corrects = ''): PurchaseDraft => ({
  ...{ supplier, corrects, reference: '', date: '', receivedOn: today(), dueDate: '', dueDays: '', total: '', withholding: '', notes: '' },
  documentId: '',
  ...{ currency: BASE_CURRENCY, rate: '', correctedPeriod: '', declaredBase: '' },
  lines: open(purchases(false), []),
});

/** Of a line on an account of fixed assets under a code of current purchases, what to tell of it. */
export function capitalAdvice({ account, net, taxCode }: PurchaseLine, { supplier, currency }: PurchaseDraft) {
  if (!CENTS.test(net) || currency !== BASE_CURRENCY) return undefined;
  const code = taxCode || (supplier?.taxCode ?? 'IVA-G');
  const instead = capitalCodeFor({ account: account || (supplier?.expenseAccount ?? ''), net: toMinor(decimal(net)), taxCode: code });
  return instead && { account: account || (supplier?.expenseAccount ?? ''), taxCode: code, instead, least: minorText(CAPITAL_GOOD) };
}

const CENTS = /^-?\d{1,10}(\.\d{1,2})?$/;

/**
 * What the lines come to, by the rulebook that posts them. A line that cannot be read yet counts for nothing.
 * @throws DomainError where there is no rate on that day.
 */
export function pricedPurchase({ lines, supplier, date, currency }: PurchaseDraft) {
  const whole = lines.filter(({ net }) => CENTS.test(net));
  const taxable = whole.map(({ net, taxCode }) => {
    const code = taxCode || (supplier?.taxCode ?? 'IVA-G');
    return { taxCode: code, percent: taxPercent(code, date || today()), amount: toMinor(decimal(net), currency) };
  });
  return {
    totals: purchaseTotals(taxable),
    currency,
    nets: new Map<string, Minor>(whole.map(({ key }, index) => [key, taxable[index]?.amount ?? 0])),
  };
}

import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import { CAPITAL_GOOD, capitalCodeFor, purchaseTotals } from '#domain/finance/tax/purchase-tax.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import { addDays } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Currency, lineNet, type Minor, minorText, toMinor } from '#kernel/money.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';
import { type DraftKind, given, type Line, newLine, open, written } from '../../lines/draft.ts';

export interface PurchaseLine extends Line {
  readonly account: string;
  readonly text: string;
  readonly net: string;
  readonly taxCode: string;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
  /** Goods that it is for, `grn_…/1`, with what there is of them to bill and at which price; empty: none. */
  readonly receipt: string;
  readonly quantity: string;
  readonly left: string;
  readonly unitPrice: string;
}

/** Goods that may be billed, or given back. */
export interface ReceivedLine {
  readonly goodsReceiptId: string;
  readonly line: number;
  readonly text: string;
  readonly left: string;
  /** In euros. */
  readonly unitPrice: string;
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

/** The part of a goods receipt as the request has it. */
function partOf(receipt: string, quantity: string) {
  const [goodsReceiptId = '', line] = receipt.split('/');
  return { goodsReceiptId, line: Number(line), ...given({ quantity }) };
}

/** What so much of a line's goods costs, in euros; empty where the quantity cannot be read yet. */
const priceOf = ({ unitPrice }: Pick<PurchaseLine, 'unitPrice'>, quantity: string): string =>
  PositiveQuantity.safeParse(quantity).success ? minorText(lineNet(quantity, unitPrice)) : '';

/** Another quantity of a line's goods: the amount follows, where it was not typed otherwise. */
export const withQuantity = (line: PurchaseLine, quantity: string): Partial<PurchaseLine> => ({
  quantity,
  ...(line.unitPrice && line.net === priceOf(line, line.quantity) ? { net: priceOf(line, quantity) } : {}),
});

/** The draft with a line for each of some goods, at their price where the paper is in euros. */
export function withGoods(kind: DraftKind<PurchaseDraft>, draft: PurchaseDraft, goods: readonly ReceivedLine[]): PurchaseDraft {
  const lines = goods.map(({ goodsReceiptId, line, text, left, unitPrice }) => {
    const held = { text, left, quantity: left, unitPrice: draft.currency === BASE_CURRENCY ? unitPrice : '' };
    const net = held.unitPrice && priceOf(held, left);
    return newLine(kind, { ...held, net, account: ACCRUED, receipt: `${goodsReceiptId}/${line}` });
  });
  return { ...draft, lines: open(kind, [...written(kind, draft), ...lines]) };
}

/** Goods received of which a bill is to come stand here. */
const ACCRUED = ACCOUNT.goodsReceivedNotInvoiced;

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

/** The draft as a document that came in tells it. */
export function withPaper(draft: PurchaseDraft, paper: Pick<Schemas['Document'], 'id' | 'proposal'> | undefined): PurchaseDraft {
  if (!paper?.proposal) return paper ? { ...draft, documentId: paper.id } : draft;
  const { reference = '', date = '', dueDate = '', total, lines } = paper.proposal;
  const kind = purchases(false);
  const read = lines.map(({ account = '', net, taxCode = '', dimensions }) =>
    newLine(kind, { account, net: net.amount, taxCode, dimensions: dimensionText(dimensions) }),
  );
  const currency = (total?.currency ?? draft.currency) as Currency;
  return { ...draft, documentId: paper.id, reference, date, dueDate, total: total?.amount ?? '', currency, lines: open(kind, read) };
}

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

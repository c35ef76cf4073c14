import { BillInput, SupplierCreditInput } from '#domain/finance/payables/supplier-bill.ts';
import { capitalAdviceOf, purchaseTotals } from '#domain/finance/tax/purchase-tax.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import { decimal } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Currency, type Minor, toMinor } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { dimensionsIn } from '../../lines/dimension-text.ts';
import { type DraftKind, given, open } from '../../lines/draft.ts';
import { instalments } from '../bill-proposals/due-days.ts';
import { type GoodsLine, partOf } from '../received-goods/goods-lines.ts';

export interface PurchaseLine extends GoodsLine {
  readonly taxCode: string;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
}

/** What of a supplier its bills are made with. */
export type DraftSupplier = Pick<Schemas['SupplierRow'], 'id' | 'name' | 'taxId' | 'expenseAccount' | 'taxCode'>;

/** What is typed of a paper, before anything is. */
const BLANK = {
  corrects: '',
  /** Of a credit note within the Union that names no bill: the period of form 349, and what it declared. */
  ...{ correctedPeriod: '', declaredBase: '' },
  ...{ reference: '', date: '', receivedOn: '', dueDate: '' },
  /** Days after the date: `30, 60, 90`, or `30=50.00, 60=71.00`. */
  dueDays: '',
  ...{ total: '', withholding: '', notes: '' },
  /** Of the paper: all its amounts are in it. */
  ...{ currency: BASE_CURRENCY as Currency, rate: '' },
  /** The document that it is entered from. */
  documentId: '',
};
/** A bill or credit note as it is typed. */
export type PurchaseDraft = Readonly<typeof BLANK> & {
  readonly supplier?: DraftSupplier | undefined;
  readonly lines: readonly PurchaseLine[];
};

type Body = Schemas['RecordSupplierBill'] | Schemas['RecordSupplierCreditNote'];

/** @param credit a credit note; else a bill. */
export const purchases = (credit: boolean): DraftKind<PurchaseDraft, Body> => ({
  blank: { account: '', text: '', net: '', taxCode: '', dimensions: '', receipt: '', quantity: '', left: '', unitPrice: '' },
  schema: credit ? SupplierCreditInput : BillInput,
  main: 'net',
  body: ({ supplier, reference, date, currency, rate, total, corrects, dueDate, dueDays, ...draft }, lines) => {
    const { receivedOn, notes, withholding, documentId, correctedPeriod, declaredBase } = draft;
    return {
      ...{ supplierId: supplier?.id ?? '', reference: reference.trim(), date },
      ...given({ receivedOn, notes, withholding, documentId, rate: currency === BASE_CURRENCY ? '' : rate }),
      ...(credit ? given({ corrects, correctedPeriod }) : { ...given({ dueDate }), ...instalments(date, dueDays, currency) }),
      ...(credit && declaredBase ? { declaredBase: { amount: declaredBase, currency: BASE_CURRENCY } } : {}),
      ...(total ? { total: { amount: total, currency } } : {}),
      lines: lines.map(({ account, text, net, taxCode, dimensions, receipt, quantity }) => ({
        ...(receipt ? { receipt: partOf(receipt, quantity) } : given({ account })),
        ...given({ text, taxCode }),
        net: { amount: net, currency },
        ...dimensionsIn(dimensions),
      })),
    } as Body;
  },
  rule: (lines) => Object.fromEntries(lines.flatMap(({ net }, at) => (CENTS.test(net) ? [] : [[`lines.${at}.net`, 'net']]))),
});

export const emptyPurchase = (supplier?: DraftSupplier, corrects = ''): PurchaseDraft => ({
  ...BLANK,
  ...{ supplier, corrects, receivedOn: today(), lines: open(purchases(false), []) },
});

const CENTS = /^-?\d{1,10}(\.\d{1,2})?$/;
/** What stands for what is not told: the supplier's. */
const toldOf = ({ account, taxCode }: PurchaseLine, { supplier }: Pick<PurchaseDraft, 'supplier'>) => ({
  account: account || (supplier?.expenseAccount ?? ''),
  taxCode: taxCode || (supplier?.taxCode ?? 'IVA-G'),
});

/** Of a line on an account of fixed assets under a code of current purchases, what to tell of it. */
export const capitalAdvice = (line: PurchaseLine, draft: PurchaseDraft) =>
  CENTS.test(line.net) && draft.currency === BASE_CURRENCY
    ? capitalAdviceOf({ ...toldOf(line, draft), net: toMinor(decimal(line.net)) })
    : undefined;

/**
 * What the lines come to, by the rulebook that posts them. A line that cannot be read yet counts for nothing.
 * @throws DomainError where there is no rate on that day.
 */
export function pricedPurchase({ lines, supplier, date, currency }: PurchaseDraft) {
  const whole = lines.filter(({ net }) => CENTS.test(net));
  const taxable = whole.map((line) => {
    const { taxCode } = toldOf(line, { supplier });
    return { taxCode, percent: taxPercent(taxCode, date || today()), amount: toMinor(decimal(line.net), currency) };
  });
  const nets = new Map<string, Minor>(whole.map(({ key }, at) => [key, taxable[at]?.amount ?? 0]));
  return { totals: purchaseTotals(taxable), currency, nets };
}

import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { BASE_CURRENCY, type Currency, lineNet, minorText } from '#kernel/money.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';
import { type DraftKind, given, type Line, newLine, open, written } from '../../lines/draft.ts';

/** A line of a paper that may be for goods. */
export interface GoodsLine extends Line {
  readonly account: string;
  readonly text: string;
  readonly net: string;
  /** Goods that it is for, `grn_…/1`, with what there is of them to bill and at which price; empty: none. */
  readonly receipt: string;
  readonly quantity: string;
  readonly left: string;
  readonly unitPrice: string;
}
interface GoodsDraft {
  readonly currency: Currency;
  readonly lines: readonly GoodsLine[];
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

/** The part of a goods receipt as the request has it. */
export function partOf(receipt: string, quantity: string) {
  const [goodsReceiptId = '', line] = receipt.split('/');
  return { goodsReceiptId, line: Number(line), ...given({ quantity }) };
}

/** What so much of a line's goods costs, in euros; empty where the quantity cannot be read yet. */
const priceOf = ({ unitPrice }: Pick<GoodsLine, 'unitPrice'>, quantity: string): string =>
  PositiveQuantity.safeParse(quantity).success ? minorText(lineNet(quantity, unitPrice)) : '';

/** Another quantity of a line's goods: the amount follows, where it was not typed otherwise. */
export const withQuantity = (line: GoodsLine, quantity: string): Partial<GoodsLine> => ({
  quantity,
  ...(line.unitPrice && line.net === priceOf(line, line.quantity) ? { net: priceOf(line, quantity) } : {}),
});

/** The draft with a line for each of some goods, at their price where the paper is in euros. */
export function withGoods<D extends GoodsDraft>(kind: DraftKind<D>, draft: D, goods: readonly ReceivedLine[]): D {
  const lines = goods.map(({ goodsReceiptId, line, text, left, unitPrice }) => {
    const held = { text, left, quantity: left, unitPrice: draft.currency === BASE_CURRENCY ? unitPrice : '' };
    const net = held.unitPrice && priceOf(held, left);
    return newLine(kind, { ...held, net, account: ACCRUED, receipt: `${goodsReceiptId}/${line}` } as Partial<D['lines'][number]>);
  });
  return { ...draft, lines: open(kind, [...written(kind, draft), ...lines]) };
}

/** Goods received of which a bill is to come stand here. */
const ACCRUED = ACCOUNT.goodsReceivedNotInvoiced;

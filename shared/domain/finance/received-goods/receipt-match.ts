import { invalid, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, percentOf } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { isZero, lessThan, minus, type Quantity } from '#kernel/quantity.ts';
import { type Change, type Stored, update } from '#kernel/record.ts';
import {
  type BilledPart,
  type BilledSum,
  billedOf,
  type GoodsReceipt,
  GoodsReceipts,
  refusalOfBilling,
  unbilledOf,
  valueGivenBack,
  valueOfNext,
} from '../../inventory/events.ts';
import type { ReceiptMatch, ReceiptPart } from './receipt-part.ts';

/** By how much what is billed may be above cost before a second person must look. Absent: any. */
export interface Tolerances {
  /** Of the cost. */
  readonly percent?: string | undefined;
  readonly amount?: Minor | undefined;
}

interface Of {
  /** Whose document it is. */
  readonly supplierId?: string;
  readonly tolerances?: Tolerances;
  /** Of a credit note, the bill that it corrects. */
  readonly billId?: string | undefined;
}

/** Goods receipts as a document bills them: line after line, each sees what the ones before have taken. */
export class ReceiptMatching {
  readonly #receipts: ReadonlyMap<string, Stored<GoodsReceipt>>;
  readonly #billed: Map<string, readonly BilledPart[]>;
  readonly #documentId: string;
  readonly #isCredit: boolean;
  readonly #of: Of;

  constructor(documentId: string, receipts: readonly Stored<GoodsReceipt>[], of: Of = {}) {
    this.#documentId = documentId;
    this.#isCredit = documentId.startsWith('scn_');
    this.#receipts = new Map(receipts.map((receipt) => [receipt.id, receipt]));
    this.#billed = new Map(receipts.map(({ id, billed = [] }) => [id, billed]));
    this.#of = of;
  }

  /**
   * What a line takes of a receipt, or gives back.
   * @param net without tax, in the currency of the books.
   * @throws DomainError `goods_receipt.no_line` (400), `.not_to_bill`, `.supplier`, `.over_billed`, `.not_billed` (422).
   */
  match(part: ReceiptPart, net: Minor, field: string): { readonly match: ReceiptMatch; readonly text: string } {
    const { goodsReceiptId, line, quantity = '0' } = part;
    const receipt = this.#receipts.get(goodsReceiptId);
    const goods = receipt?.lines[line - 1];
    if (!receipt || !goods)
      throw invalid('goods_receipt.no_line', `${goodsReceiptId} has no line ${line}. Choose one of its lines.`, `${field}.receipt.line`, {
        document: goodsReceiptId,
        line,
      });
    const value = this.#isCredit ? this.#givenBack(part, goods.code, field) : this.#taken(part, receipt, field);
    const sign = this.#isCredit ? -1 : 1;
    const mine: BilledPart = {
      ...{ line, documentId: this.#documentId, quantity: sign < 0 ? minus('0', quantity) : quantity, value: sign * value, net: sign * net },
      ...(this.#isCredit && this.#of.billId ? { billId: this.#of.billId } : {}),
    };
    this.#billed.set(goodsReceiptId, [...this.#partsOf(goodsReceiptId), mine]);
    const over = !this.#isCredit && isOver(billedOf(this.#partsOf(goodsReceiptId), line), this.#of.tolerances ?? {});
    return {
      match: {
        goodsReceiptId,
        line,
        ...defined({ quantity: part.quantity }),
        received: goods.quantity,
        unitCost: goods.unitCost,
        value,
        ...(over ? { over } : {}),
      },
      text: `${goods.code} ${goods.name}`.slice(0, 160),
    };
  }

  /** The receipts as they are then. */
  changes(): Change[] {
    return [...this.#receipts.values()].flatMap((receipt) => {
      const billed = this.#partsOf(receipt.id);
      return billed === receipt.billed || billed.length === 0 ? [] : [update(GoodsReceipts, receipt, { ...receipt, billed })];
    });
  }

  #partsOf(id: string): readonly BilledPart[] {
    return this.#billed.get(id) ?? [];
  }

  #taken({ line, quantity = '0' }: ReceiptPart, receipt: Stored<GoodsReceipt>, field: string): Minor {
    const at = `${field}.receipt.goodsReceiptId`;
    throwIf(refusalOfBilling(receipt, receipt.id, at) ?? refusalOfSupplier(receipt, this.#of.supplierId, at));
    const [goods, parts] = [receipt.lines[line - 1], this.#partsOf(receipt.id)];
    if (!goods) return 0;
    requireLeft(receipt, line, unbilledOf(goods, parts, line).quantity, quantity, `${field}.receipt.quantity`);
    return valueOfNext(goods, billedOf(parts, line), quantity);
  }

  #givenBack({ goodsReceiptId, line, quantity = '0' }: ReceiptPart, item: string, field: string): Minor {
    const billed = billedOf(this.#partsOf(goodsReceiptId), line, this.#of.billId ?? '');
    if (lessThan(billed.quantity, quantity) || isZero(billed.quantity))
      throw refused(
        'goods_receipt.not_billed',
        `Of ${item} the bill that is corrected has billed ${billed.quantity} of ${goodsReceiptId}; ${quantity} cannot be given back.`,
        `${field}.receipt.quantity`,
        { document: goodsReceiptId, item, billed: billed.quantity, requested: quantity },
      );
    return valueGivenBack(billed, quantity);
  }
}

/** Goods are billed by who brought them, where that is known. */
function refusalOfSupplier({ id, supplierId, supplierName = '' }: Stored<GoodsReceipt>, biller: string | undefined, field: string) {
  if (supplierId === undefined || biller === undefined || supplierId === biller) return undefined;
  const message = `${id} came from ${supplierName}: choose a receipt of the supplier whose bill this is.`;
  return refusal('goods_receipt.supplier', message, field, { document: id, supplier: supplierName });
}

/** What came in is billed once. */
function requireLeft(receipt: Stored<GoodsReceipt>, line: number, left: Quantity, requested: Quantity, field: string): void {
  if (!lessThan(left, requested)) return;
  const item = receipt.lines[line - 1]?.code ?? '';
  throw refused(
    'goods_receipt.over_billed',
    `Of ${item} of ${receipt.id}, ${left} are left to bill; ${requested} is more. What has not come in goes on a later bill, or on a line with an account.`,
    field,
    { document: receipt.id, item, left, requested },
  );
}

/**
 * Whether all that is billed of a line is above its cost by more than is tolerated: by the percentage or by the amount, either one.
 * What costs nothing is over by any percentage. Less than the cost is never over.
 */
export function isOver({ net, value }: Pick<BilledSum, 'net' | 'value'>, { percent, amount }: Tolerances): boolean {
  const above = net - value;
  if (above <= 0) return false;
  return (amount !== undefined && above > amount) || (percent !== undefined && above > percentOf(value, percent));
}

const refusalOfLater = (document: string, source: string) =>
  refusal('document.settled', `${document} is set against ${source}. Undo that first: then it can be reversed.`, 'path', {
    document,
    source,
  });

/** What came for goods after a document, and stands on what that gave back; or a credit note of a bill. */
function laterThan(billed: readonly BilledPart[], documentId: string): BilledPart | undefined {
  if (!documentId.startsWith('scn_')) return billed.find(({ billId }) => billId === documentId);
  const given = (part: BilledPart) => part.documentId === documentId && !isZero(part.quantity);
  return billed.find(
    (part, i) => part.documentId !== documentId && billed.slice(0, i).some((mine) => given(mine) && mine.line === part.line),
  );
}

/**
 * Receipts without what a document billed or gave back, which is reversed. A bill gives its goods back once no credit note stands
 * on it; what a credit note gave back is billed again, unless the goods have gone or another bill has come for them.
 * @throws DomainError `document.settled`, `goods_receipt.not_to_bill` (422).
 */
export function withoutDocument(receipts: readonly Stored<GoodsReceipt>[], documentId: string): Change[] {
  return receipts.map((receipt) => {
    const { billed = [], ...rest } = receipt;
    const left = billed.filter((part) => part.documentId !== documentId);
    const later = laterThan(billed, documentId);
    throwIf(later && refusalOfLater(documentId, later.documentId));
    if (documentId.startsWith('scn_')) throwIf(refusalOfBilling(receipt, receipt.id, 'path'));
    return update(GoodsReceipts, receipt, left.length > 0 ? { ...rest, billed: left } : rest);
  });
}

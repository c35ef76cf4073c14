import type * as z from 'zod/mini';
import { GoodsReceiptInput } from '#domain/inventory/stock/wire.ts';
import { lineNet, type Minor } from '#kernel/money.ts';
import { PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import { today } from '../../i18n/format.ts';
import type { useT } from '../../i18n/i18n.ts';

type T = ReturnType<typeof useT>;
type Body = z.input<typeof GoodsReceiptInput>;

export interface DraftLine {
  readonly key: string;
  readonly item?: Schemas['Item'] | undefined;
  readonly quantity: string;
  readonly unitCost: string;
}

/** What has been typed of a receipt: kept in this browser until it is registered. */
export interface ReceiptDraft {
  /** Idempotency-Key: a receipt that was sent and sent again after a reload comes in once. */
  readonly key: string;
  readonly warehouse: string;
  /** Empty: today. */
  readonly date: string;
  readonly origin: 'supplier' | 'opening';
  readonly reference: string;
  readonly lines: readonly DraftLine[];
}

export const newLine = (): DraftLine => ({ key: crypto.randomUUID(), quantity: '', unitCost: '' });
export const newDraft = (): ReceiptDraft => ({
  key: crypto.randomUUID(),
  warehouse: 'main',
  date: '',
  origin: 'supplier',
  reference: '',
  lines: [newLine()],
});

const isBlank = ({ item, quantity, unitCost }: DraftLine) => !item && !quantity && !unitCost;
/** The lines in which something is written; the others do not count. */
export const writtenLines = ({ lines }: ReceiptDraft): readonly DraftLine[] => lines.filter((line) => !isBlank(line));

export function receiptBody(draft: ReceiptDraft) {
  const reference = draft.reference.trim();
  return {
    warehouse: draft.warehouse,
    date: draft.date || today(),
    origin: draft.origin,
    ...(reference ? { reference } : {}),
    lines: writtenLines(draft).map(({ item, quantity, unitCost }) => ({ itemId: item?.id ?? '', quantity, unitCost })),
  } satisfies Body;
}

/** What the rules find wrong with a draft: by `date`, `lines`, or `<key of the line>.<field>`. */
export function receiptFaults(draft: ReceiptDraft, t: T): Readonly<Record<string, string>> {
  const written = writtenLines(draft);
  const words = (field: string) =>
    t(`goodsReceipts.faults.${field.replace(/^lines\.\d+\./, '')}` as 'goodsReceipts.faults.itemId', { defaultValue: t('forms.wrong') });
  const found = Object.entries(faultsOf(GoodsReceiptInput, receiptBody(draft), words));
  const services = written.filter(({ item }) => item?.kind === 'service');
  return {
    ...Object.fromEntries(found.map(([field, text]) => [draftField(draft, field), String(text)])),
    ...Object.fromEntries(services.map(({ key }) => [`${key}.itemId`, t('goodsReceipts.faults.service')])),
  };
}

/** `lines.2.quantity` of what is sent → `<key of the third written line>.quantity`. */
export function draftField(draft: ReceiptDraft, field: string): string {
  const [, index, name] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const line = index === undefined ? undefined : writtenLines(draft)[Number(index)];
  return line ? `${line.key}.${name}` : field;
}

/** Cost of a line in minor units, as the rulebook reckons it; none until quantity and cost are numbers. */
export function lineCost({ quantity, unitCost }: DraftLine): Minor | undefined {
  const good = PositiveQuantity.safeParse(quantity).success && UnitPrice.safeParse(unitCost).success;
  return good ? lineNet(quantity, unitCost) : undefined;
}

export const draftTotal = ({ lines }: ReceiptDraft): Minor => lines.reduce((sum, line) => sum + (lineCost(line) ?? 0), 0);

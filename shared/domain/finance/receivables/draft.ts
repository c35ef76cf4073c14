import * as z from 'zod/mini';
import { BusinessDate, type IsoDate, monthOf } from '#kernel/date.ts';
import { idWith, shortNumber } from '#kernel/id.ts';
import { lineNet } from '#kernel/money.ts';
import { Percent, PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import { type Stored, recordType } from '#kernel/record.ts';
import { type Totals, totalsOf } from '../tax/totals.ts';
import { TAX_CODES, taxPercent } from '../tax/vat-es.ts';
import type { InvoiceLine } from './invoice.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const DraftLine = z.strictObject({
  code: z.optional(text(40)),
  name: text(160),
  quantity: PositiveQuantity,
  price: UnitPrice,
  discount: z.optional(Percent),
  taxCode: z._default(z.enum(TAX_CODES), 'IVA-G'),
});

const fields = {
  date: z.optional(BusinessDate),
  lines: z.array(DraftLine).check(z.minLength(1), z.maxLength(500)),
  pricesIncludeTax: z._default(z.boolean(), false),
  paymentDays: z.optional(z.int().check(z.minimum(0), z.maximum(180))),
  notes: z.optional(text(500)),
};
export const DraftInput = z.strictObject({ customerId: idWith('cus'), ...fields });
export const PatchDraft = z.strictObject({
  date: fields.date,
  lines: z.optional(fields.lines),
  pricesIncludeTax: z.optional(z.boolean()),
  paymentDays: z.optional(z.nullable(z.int().check(z.minimum(0), z.maximum(180)))),
  notes: z.optional(z.nullable(text(500))),
});

/**
 * An invoice in the making, for services and other things that no order bills: lines without stock. Issuing it makes
 * the invoice; the draft stays and points at it.
 */
export interface Draft extends z.output<typeof DraftInput> {
  readonly customerName: string;
  /** Month that lists show it in: that of its making. */
  readonly madeOn: IsoDate;
  readonly invoiceId?: string;
}

export const Drafts = recordType<Draft>({
  kind: 'invoice-draft', prefix: 'drf', history: 'all',
  list: (d, id) => ({ bucket: monthOf(d.madeOn), sort: `${d.madeOn}#${id}`, label: `${shortNumber('B', id)} ${d.customerName}`.toLowerCase(), party: d.customerId }),
});
export type StoredDraft = Stored<Draft>;

/** Lines and totals at the tax rates of a day. */
export function draftValue(draft: Pick<Draft, 'lines' | 'pricesIncludeTax'>, date: IsoDate): { lines: InvoiceLine[]; totals: Totals } {
  const priced = draft.lines.map((line) => ({ ...line, percent: taxPercent(line.taxCode, date), amount: lineNet(line.quantity, line.price, line.discount) }));
  const { nets, ...totals } = totalsOf(priced, draft.pricesIncludeTax);
  const lines = priced.map(({ amount, code, discount, ...line }, i): InvoiceLine => ({ ...line, code: code ?? '', kind: 'service', net: nets[i] ?? 0, ...(discount ? { discount } : {}) }));
  return { lines, totals };
}

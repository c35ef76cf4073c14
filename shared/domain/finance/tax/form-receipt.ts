import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { TOTAL_FORMS } from './forms.ts';
import { AnyTaxPeriod } from './tax-period.ts';

/** That AEAT has taken a form beside 303: nothing is posted with it. */
export const FormReceiptInput = z.strictObject({
  period: AnyTaxPeriod,
  /** The number that AEAT gave it: 13 characters. */
  justificante: z.string().check(z.regex(/^[0-9A-Z]{13}$/, 'must be the 13 digits of the receipt')),
  filedOn: BusinessDate,
});

/** The receipt of a form and period, with the boxes as they were filed. Minor units. */
export const FormReceipt = z.object({
  form: z.enum(TOTAL_FORMS),
  period: z.string(),
  justificante: z.string(),
  filedOn: z.string(),
  by: z.string(),
  boxes: list(z.object({ box: z.string(), amount: z.int(), count: z.exactOptional(z.int()) })),
});
export type FormReceipt = Readonly<z.output<typeof FormReceipt>>;

export const FormReceipts = recordType<FormReceipt>({
  kind: 'form-receipt',
  prefix: 'txd',
  data: FormReceipt,
  history: 'all',
  screen: { none: 'It is shown on the page of its form and period.' },
  read: 'books.read',
});
export const formReceiptId = (form: string, period: string): string => `txd_${form}.${period}`;

/** Whether a form has the boxes with which it was filed. */
export const isAsFiled = (
  { boxes }: FormReceipt,
  now: readonly { readonly box: string; readonly amount: number | bigint; readonly count?: number | undefined }[],
): boolean =>
  now.every(({ box, amount, count }) => {
    const filed = boxes.find((each) => each.box === box);
    // A box that the draft did not have when it was filed was left empty.
    if (!filed) return BigInt(amount) === 0n && !count;
    return BigInt(filed.amount) === BigInt(amount) && filed.count === count;
  });

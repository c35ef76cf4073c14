import * as z from 'zod/mini';
import { Money, MoneySum } from '#kernel/money.ts';
import { EntryView, entryView } from '../wire.ts';
import type { FormReceipt } from './form-receipt.ts';
import { TOTAL_FORMS } from './forms.ts';
import { SECTIONS } from './m303.ts';
import { DECLARATION_TYPES } from './m303-file.ts';
import { RETURN_WARNINGS } from './return-warnings.ts';
import { type BoxSetting, SET_BOXES } from './tax-box.ts';
import { type StoredTaxReturn, TAX_RETURN_STATES, taxReturnState } from './tax-return.ts';
import type { BookRow } from './vat-book.ts';

const TaxSumView = z.object({
  side: z.enum(['output', 'input', 'withheld']),
  code: z.string(),
  percent: z.string(),
  /** Of documents that correct earlier ones. */
  corrects: z.boolean(),
  base: MoneySum,
  tax: MoneySum,
});

/** A return that was filed. */
export const FiledReturnView = z.object({
  id: z.string(),
  period: z.string(),
  state: z.enum(TAX_RETURN_STATES),
  type: z.enum(DECLARATION_TYPES),
  justificante: z.string(),
  filedOn: z.string(),
  result: Money,
  rectifies: z.optional(z.string()),
  rectifiedBy: z.optional(z.string()),
  entry: z.optional(EntryView),
});
export const filedReturnView = (filed: StoredTaxReturn) => ({
  ...{ id: filed.id, period: filed.period, state: taxReturnState(filed), type: filed.type },
  ...{ justificante: filed.justificante, filedOn: filed.filedOn, result: filed.boxes.find(({ box }) => box === '71')?.amount ?? 0 },
  ...(filed.rectifies ? { rectifies: filed.rectifies } : {}),
  ...(filed.rectifiedBy ? { rectifiedBy: filed.rectifiedBy } : {}),
  ...(filed.entry ? { entry: entryView(filed.entry) } : {}),
});

/** A box that a person set. */
export const BoxSettingView = z.object({
  period: z.string(),
  box: z.enum(SET_BOXES),
  amount: Money,
  reason: z.string(),
  by: z.string(),
  on: z.string(),
});
export const boxSettingView = ({ period, box, amount, reason, by, on }: BoxSetting) => ({ period, box, amount, reason, by, on });

/** The receipt of a form beside 303. */
export const FormReceiptView = z.object({
  form: z.enum(TOTAL_FORMS),
  period: z.string(),
  justificante: z.string(),
  filedOn: z.string(),
  by: z.string(),
  /** Whether the books still come to what was filed. */
  asFiled: z.boolean(),
});
export const formReceiptView = ({ form, period, justificante, filedOn, by }: FormReceipt, asFiled: boolean) => ({
  ...{ form, period, justificante, filedOn, by, asFiled },
});

/** A draft of a tax return: a look at the books, which files nothing. */
export const TaxReturnView = z.object({
  form: z.enum(['303', ...TOTAL_FORMS]),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  complete: z.boolean(),
  entries: z.int(),
  boxes: z.array(
    z.object({
      box: z.string(),
      section: z.enum(SECTIONS),
      label: z.string(),
      labelEn: z.string(),
      amount: MoneySum,
      count: z.optional(z.int()),
      /** How it is worked out, a formula over boxes or the codes of tax or of withholding that it adds up, in Spanish and English, and where that is written. */
      rule: z.optional(z.string()),
      ruleEn: z.optional(z.string()),
      source: z.optional(z.string()),
    }),
  ),
  /** What the period posted of each tax, with the boxes that take it. */
  taxes: z.array(z.extend(TaxSumView, { boxes: z.array(z.string()) })),
  /** Boxes beside the accounts that they must agree with; where they do not, the documents that differ. */
  ties: z.array(
    z.object({
      box: z.string(),
      account: z.string(),
      amount: MoneySum,
      posted: MoneySum,
      /** Of the amount, what boxes 43 and 44 bring, which the filing posts. */
      adjusted: MoneySum,
      /** Of forms 111 and 115: withheld of bills of the period that were not paid in it, less what was paid of earlier ones. */
      unpaid: z.optional(MoneySum),
      agrees: z.boolean(),
      documents: z.array(z.object({ kind: z.string(), id: z.string(), posted: MoneySum, declared: MoneySum })),
    }),
  ),
  /** Taxes that the form has no box for: the draft is wrong by them. */
  unassigned: z.array(TaxSumView),
  /** What is missing before it can be filed. */
  missing: z.array(
    z.object({ code: z.string(), message: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  ),
  /** What should be looked at before it is filed, and keeps nobody from it. */
  warnings: z.array(z.object({ code: z.enum(RETURN_WARNINGS), message: z.string(), params: z.record(z.string(), z.string()) })),
  /** Parties that the form names: forms 347, 349, 190 and 180. */
  lines: z.array(
    z.object({
      party: z.string(),
      taxId: z.optional(z.string()),
      key: z.string(),
      base: Money,
      amount: z.optional(Money),
      quarters: z.optional(z.array(Money)),
      corrects: z.optional(z.object({ period: z.string(), before: Money })),
    }),
  ),
  /** The returns of the period that were filed, the last one last. */
  filings: z.array(FiledReturnView),
  /** Of a form beside 303: that it was filed. */
  receipt: z.optional(FormReceiptView),
  /** Boxes of the period that a person set: 43 and 44. */
  settings: z.array(BoxSettingView),
});

/** The file for AEAT. */
export const TaxFileView = z.object({
  fileName: z.string(),
  /** In which it is to be written. */
  encoding: z.string(),
  text: z.string(),
  /** What its layout finds wrong; none: it is as the design says. */
  faults: z.array(z.string()),
  notice: z.string(),
});

/** A line of a register of VAT. */
export const BookRowView = z.object({
  /** The document. */
  id: z.string(),
  /** The day by which it is declared. */
  declaredOn: z.string(),
  date: z.string(),
  number: z.string(),
  register: z.optional(z.string()),
  party: z.string(),
  taxId: z.optional(z.string()),
  code: z.string(),
  percent: z.string(),
  base: Money,
  tax: Money,
  deductible: Money,
  surcharge: z.optional(Money),
  total: Money,
});
export const bookRowView = ({ id, declaredOn, paper, code, percent, base, tax, deductible, surcharge, total }: BookRow) => ({
  ...{ id, declaredOn, date: paper.date, number: paper.number, party: paper.party.name, code, percent, base, tax, deductible, total },
  ...(paper.register ? { register: paper.register } : {}),
  ...(paper.party.taxId ? { taxId: paper.party.taxId } : {}),
  ...(surcharge === undefined ? {} : { surcharge }),
});

import * as z from 'zod/mini';
import { FormReceiptInput } from '#domain/finance/tax/form-receipt.ts';
import { TOTAL_FORMS } from '#domain/finance/tax/forms.ts';
import { BoxSettingInput, SET_BOXES } from '#domain/finance/tax/tax-box.ts';
import { TaxFileInput, TaxFileRecordView } from '#domain/finance/tax/tax-file.ts';
import { AmountText, AnyTaxPeriod, TaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { CorrectionInput, FilingInput, TaxReturnId } from '#domain/finance/tax/tax-return.ts';
import { BOOKS } from '#domain/finance/tax/vat-book.ts';
import { BookRowView, BoxSettingView, FiledReturnView, FormReceiptView, TaxFileView, TaxReturnView } from '#domain/finance/tax/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { PERIOD_REFUSALS } from '../posting.ts';

const FormPath = z.strictObject({ form: z.enum(['303']) });
const ReturnPath = z.strictObject({ taxReturnId: TaxReturnId });
/** Whether what the return that is rectified asked back was paid; absent: it was. */
const REFUNDED = z.optional(z.enum(['true', 'false']));
const MISSING = [
  'tax_return.territory',
  'tax_return.unassigned',
  'tax_return.tie',
  'tax_return.negative',
  'tax_return.import',
  'tax_return.behind',
] as const;

const workers = {
  writeTaxFile: {
    file: 'write-tax-file.event',
    summary: 'Makes the files that are too long for their requests: long registers, and all that an adviser asks for',
    on: { changes: ['tax-file'] },
    grants: ['records:write', 'reports:write', 'files:read', 'papers:print'],
    timeoutSeconds: 900,
    memoryMb: 2048,
  },
} as const satisfies Record<string, WorkerSpec>;

export const tax = defineModule(
  'finance/tax',
  // Form 190 names people, whose tax ids are sealed.
  { title: 'Tax returns', workers, opensPersonal: ['queries', 'print'] },
  {
    getTaxReturn: {
      route: 'GET /tax-returns/{form}',
      summary: 'Get the draft of a tax return: forms 303, 111, 115 and 349 of a quarter or a month, 347, 190, 180 and 390 of a year',
      description:
        'Box by box, from sums that follow each posting within a second or so; nothing is filed. `pending` is box 110, what earlier periods left to compensate: absent, what the return before says. `refunded` is of a period whose return is being rectified: whether the refund that it asked for was paid (box 109), or not, so that the new one takes its place; absent, it was. `ties` compares the totals with accounts 477 and 472, those of 111 and 115 with 4751 less what paid earlier periods (`unpaid`: withheld of bills that were not paid in the period), and names the documents that differ; what each person earns is a line of 190 for those who see pay runs alone, and one line together for all others; `missing` tells what stands between the draft and its filing.',
      permission: 'books.read',
      path: z.strictObject({ form: z.enum(['303', ...TOTAL_FORMS]) }),
      query: z.strictObject({
        period: AnyTaxPeriod,
        pending: z.optional(AmountText),
        refunded: REFUNDED,
        consistent: z.optional(z.enum(['true', 'false'])),
      }),
      output: TaxReturnView,
      errors: ['balances.behind', 'tax_return.no_form', 'tax_return.period'],
    },
    getTaxReturnFile: {
      route: 'GET /tax-returns/{form}/file',
      summary: 'Get the file of a tax return, as AEAT takes it',
      description:
        'Fixed width by the published layout of form 303, checked against it: lengths, constants, signs and sums. To be written in the encoding that it names. Only the AEAT accepts it.',
      permission: 'books.export',
      path: FormPath,
      query: z.strictObject({
        period: TaxPeriod,
        pending: z.optional(AmountText),
        refunded: REFUNDED,
        refund: z.optional(z.enum(['true', 'false'])),
        iban: z.optional(z.string().check(z.regex(/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/, 'must be an IBAN'))),
      }),
      output: TaxFileView,
      errors: ['balances.behind', 'tax_return.no_form', ...MISSING],
    },
    getTaxReturnPaper: {
      route: 'GET /tax-returns/{form}/paper',
      summary: 'Get a tax return as a PDF of its boxes, in base64',
      description:
        'In Spanish, as AEAT names the boxes, with the parties that it declares. Until it is filed it says that it is a draft; then it has the number of the receipt and the day.',
      permission: 'books.export',
      profile: 'print',
      path: z.strictObject({ form: z.enum(['303', ...TOTAL_FORMS]) }),
      query: z.strictObject({ period: AnyTaxPeriod, pending: z.optional(AmountText), refunded: REFUNDED }),
      output: z.object({ fileName: z.string(), contentType: z.string(), content: z.string() }),
      errors: ['balances.behind', 'tax_return.no_form', 'tax_return.period'],
    },
    fileTaxReturn: {
      route: 'POST /tax-returns/{form}/filings',
      summary: 'Record that a return was filed',
      description:
        'Posts what settles 477 and 472 on the last day of the period, and closes the period for everything with VAT. A return that comes after another of the same period says which one it follows.',
      permission: 'books.close',
      path: FormPath,
      body: FilingInput,
      output: FiledReturnView,
      dryRun: true,
      errors: [
        'tax-return.exists',
        'tax_return.filed',
        'tax_return.follows',
        'tax_return.not_over',
        'tax_return.no_form',
        'balances.behind',
        ...MISSING,
        ...PERIOD_REFUSALS,
      ],
      example: { body: { period: '2026-3T', justificante: '3032026000017', filedOn: '2026-10-20' } },
    },
    setTaxReturnBox: {
      route: 'PUT /tax-returns/{form}/boxes/{box}',
      summary: 'Set a box of a draft that the books do not tell: 43 or 44 of form 303',
      description:
        'Regularisation of capital goods (43), and by the definitive pro rata (44), which is of the last period of the year. The amount has a sign and counts in box 45; filing the return posts it on 634 or 639. Zero takes it away. Of a return that is being rectified, what is set then is what the next one has.',
      permission: 'books.post',
      path: z.strictObject({ form: z.enum(['303']), box: z.enum(SET_BOXES) }),
      body: BoxSettingInput,
      output: BoxSettingView,
      errors: ['tax_return.box_period', 'tax_return.filed', 'tax_return.no_form', 'period.not_open'],
      example: { body: { period: '2026-4T', amount: '-120.00', reason: 'Prorrata definitiva 88 %; provisional 90 %' } },
    },
    putFormReceipt: {
      route: 'PUT /tax-returns/{form}/receipt',
      summary: 'Record that a form beside 303 was filed: its receipt and day',
      description: 'The boxes are kept as they are then; nothing is posted, and nothing is closed. A complementary return takes its place.',
      permission: 'books.close',
      path: z.strictObject({ form: z.enum(TOTAL_FORMS) }),
      body: FormReceiptInput,
      output: FormReceiptView,
      errors: ['tax_return.period', 'tax_return.not_over', 'balances.behind'],
      example: { body: { period: '2026-3T', justificante: '1112026000017', filedOn: '2026-10-20' } },
    },
    correctTaxReturn: {
      route: 'POST /tax-returns/filings/{taxReturnId}/correction',
      summary: 'Open a filed period for corrections, to rectify its return',
      description: 'The next return of the period is a rectifying one: box 70 has what was paid, box 109 what was refunded.',
      permission: 'books.close',
      path: ReturnPath,
      body: CorrectionInput,
      output: FiledReturnView,
      status: 200,
      dryRun: true,
      errors: ['tax-return.not_found', 'tax_return.state'],
      example: { body: { reason: 'Factura del trimestre sin contabilizar' } },
    },
    reverseTaxReturn: {
      route: 'POST /tax-returns/filings/{taxReturnId}/reversal',
      summary: 'Take back that a return was filed: of the last one',
      permission: 'books.close',
      path: ReturnPath,
      body: CorrectionInput,
      output: FiledReturnView,
      status: 200,
      dryRun: true,
      errors: ['tax-return.not_found', 'tax_return.state', 'tax_return.not_last', ...PERIOD_REFUSALS],
      example: { body: { reason: 'No llegó a presentarse' } },
    },
    getTaxBook: {
      route: 'GET /tax-books/{book}',
      summary: 'List a register of VAT: what was issued, or received, in a period',
      description:
        'One line for each tax of each document, in the order in which they are declared; credit notes and what was taken back are negative. The sums of form 303 are those of its registers.',
      permission: 'books.read',
      path: z.strictObject({ book: z.enum(BOOKS) }),
      query: z.strictObject({ period: TaxPeriod, limit: pageQuery.limit, cursor: pageQuery.cursor }),
      output: pageOf(BookRowView),
    },
    createTaxFile: {
      route: 'POST /tax-files',
      summary: 'Make a file of the registers of VAT, or all that an adviser asks for of a period',
      description:
        'Registers have the columns of AEAT. `adviser-zip` holds both registers, the journal as CSV and for hledger, form 303 as it stands, and the documents by name: PDFs of what was issued, and the files attached to suppliers’ bills. It, and a file of more than 2,000 entries, is `preparing` when it is answered: ask for it again until it is `ready`. The link is good for 15 minutes.',
      permission: 'books.export',
      profile: 'documents',
      body: TaxFileInput,
      output: TaxFileRecordView,
      errors: ['balances.behind', 'tax_return.no_form'],
      example: { body: { kind: 'vat-books-xlsx', period: '2026-4T' } },
    },
    getTaxFile: {
      route: 'GET /tax-files/{taxFileId}',
      summary: 'Get a file of the registers of VAT with a new link to it',
      permission: 'books.export',
      profile: 'documents',
      path: z.strictObject({ taxFileId: idWith('txf') }),
      output: TaxFileRecordView,
      errors: ['tax-file.not_found'],
    },
  },
);

import { tax } from '#api/finance/tax.ts';
import { boxRule } from '#domain/finance/tax/form-box-rule.ts';
import { FormReceipts, formReceiptId, isAsFiled } from '#domain/finance/tax/form-receipt.ts';
import { M303, operationOf, type TaxSum } from '#domain/finance/tax/m303.ts';
import { faultsOf303, file303 } from '#domain/finance/tax/m303-file.ts';
import { returnWarnings } from '#domain/finance/tax/return-warnings.ts';
import { daysOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { declarationType, taxReturnState, tieAgrees } from '#domain/finance/tax/tax-return.ts';
import { bookRowView, boxSettingView, filedReturnView, formReceiptView } from '#domain/finance/tax/wire.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { sumOf } from '#kernel/money.ts';
import { may } from '#runtime/caller.ts';
import { query, refusalView, serveModule } from '../../platform/service.ts';
import { readJournal } from '../ledger/journal-store.ts';
import { BOOK_KINDS, rowsOfDocument } from './book-reader.ts';
import { type ReadForm, readForm } from './form-reader.ts';
import { differencesOn, readReturn, standingReturn, type TieDifference } from './return-reader.ts';

const taxView = ({ base, tax: amount, corrects = false, ...of }: TaxSum) => ({ ...of, corrects, base: sumOf(base), tax: sumOf(amount) });
const boxesOf = (sum: TaxSum) => M303.filter(({ operations }) => operations.includes(operationOf(sum) ?? '')).map(({ box }) => box);

const withheldView = ({ amount, posted, unpaid, agrees, documents }: NonNullable<ReadForm['tie']>) => ({
  ...{ box: '28 + 03', account: '4751', amount: sumOf(amount), posted: sumOf(posted), adjusted: 0, unpaid: sumOf(unpaid), agrees },
  documents: documents.map(differenceView),
});
const differenceView = ({ kind, id, posted, declared }: TieDifference) => ({
  ...{ kind, id, posted: sumOf(posted), declared: sumOf(declared) },
});

/** A form that is drafted as totals, and as lines by party. */
async function totalForm(request: Parameters<typeof readForm>[0]) {
  const [{ from, to, complete, entries, taxes, boxes, lines, tie }, receipt] = await Promise.all([
    readForm(request),
    request.records.get(FormReceipts, formReceiptId(request.form, request.period)),
  ]);
  return {
    ...{ form: request.form, period: request.period, from, to, complete, entries },
    boxes: boxes.map((each) => ({ ...each, ...boxRule(request.form, each.box) })),
    taxes: taxes.filter(({ side }) => tie === undefined || side === 'withheld').map((sum) => ({ ...taxView(sum), boxes: [] })),
    ties: tie ? [withheldView(tie)] : [],
    lines: lines.map(({ quarters, ...line }) => ({ ...line, ...(quarters ? { quarters: [...quarters] } : {}) })),
    ...(receipt ? { receipt: formReceiptView(receipt, isAsFiled(receipt, boxes)) } : {}),
    warnings: returnWarnings(request.form, { boxes, lines }),
    ...{ unassigned: [], missing: [], filings: [], settings: [] },
  };
}

export const getTaxReturn = query(tax.actions.getTaxReturn, async (world) => {
  const { path, query: asked, records, company, today, caller } = world;
  const { period, pending, refunded, consistent } = asked;
  const { fiscalYears } = company;
  const seesWages = may(caller, 'payroll.read');
  if (path.form !== '303')
    return totalForm({ records, fiscalYears, form: path.form, period, consistent: consistent === 'true', seesWages });
  if (period.endsWith('0A'))
    throw refused('tax_return.period', 'Form 303 is of a quarter or a month, not of a year.', 'query.period', {
      form: '303',
      period,
      why: 'quarter',
    });
  const read = await readReturn({
    records,
    company,
    period,
    pending,
    refunded: refunded !== 'false',
    consistent: consistent === 'true',
    today,
  });
  const { from, to, complete, entries, draft, taxes, missing, filings } = read;
  const ties = await Promise.all(
    read.ties.map(async (tie) => {
      const { box, account, amount, posted, adjusted } = tie;
      const agrees = tieAgrees(tie);
      const documents = agrees ? [] : await differencesOn(records, period, account);
      return {
        ...{ box, account, amount: sumOf(amount), posted: sumOf(posted), adjusted: sumOf(adjusted), agrees },
        documents: documents.map(differenceView),
      };
    }),
  );
  return {
    ...{ form: path.form, period, from, to, complete, entries },
    boxes: draft.boxes.map((each) => ({ ...each, ...boxRule('303', each.box) })),
    taxes: taxes.map((sum) => ({ ...taxView(sum), boxes: boxesOf(sum) })),
    ties,
    unassigned: draft.unassigned.map(taxView),
    missing: missing.map(refusalView),
    warnings: returnWarnings('303', { boxes: draft.boxes, lines: [], receivable: read.receivable }),
    lines: [],
    filings: filings.map(filedReturnView),
    settings: read.settings.map(boxSettingView),
  };
});

/** What stands on every file that leaves: the layout is checked here, and the rest by nobody but AEAT. */
const NOTICE = 'Checked against the published layout alone. Only the AEAT accepts or rejects a return.';

export const getTaxReturnFile = query(tax.actions.getTaxReturnFile, async ({ query: asked, records, company, today }) => {
  const { period, pending, refunded, iban, refund } = asked;
  const read = await readReturn({ records, company, period, pending, refunded: refunded !== 'false', consistent: true, today });
  throwIf(read.missing.find(({ code }) => code !== 'tax_return.not_over'));
  const boxes = read.draft.boxes.map(({ box, amount }) => ({ box, amount: Number(amount) }));
  const filed = standingReturn(read.filings);
  const rectifies = filed && taxReturnState(filed) !== 'filed' ? filed.justificante : undefined;
  const type = filed && !rectifies ? filed.type : declarationType(boxes, refund === 'true', iban);
  const text = file303({ company, period, type, boxes: read.draft.boxes, iban, rectifies });
  const fileName = `303_${period.replace('-', '_')}_${company.taxId}.303`;
  return { fileName, encoding: 'ISO-8859-1', text, faults: faultsOf303(text), notice: NOTICE };
});

export const getTaxBook = query(tax.actions.getTaxBook, async ({ path: { book }, query: { period, limit, cursor }, records, company }) => {
  const range = { ...daysOfTaxPeriod(period), order: 'asc', limit, cursor, kinds: BOOK_KINDS[book] } as const;
  const { items, ...page } = await readJournal(records, company.fiscalYears, range);
  return { ...page, items: items.flatMap(({ document }) => rowsOfDocument(book, document).map(bookRowView)) };
});

export const handler = serveModule(tax, { getTaxReturn, getTaxReturnFile, getTaxBook });

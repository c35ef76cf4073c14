import type * as z from 'zod/mini';
import { tax } from '#api/finance/tax.ts';
import { reversed } from '#domain/finance/ledger/entry.ts';
import { PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import type { Posting } from '#domain/finance/ledger/posting.ts';
import { FormReceipts, formReceiptId } from '#domain/finance/tax/form-receipt.ts';
import { M303_FROM } from '#domain/finance/tax/m303.ts';
import { BoxSettings, boxSettingId, refusalOfBox } from '#domain/finance/tax/tax-box.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import {
  declarationType,
  type FilingInput,
  refusalOfUnended,
  type StoredTaxReturn,
  settlementLines,
  type TaxReturn,
  TaxReturnReversals,
  TaxReturns,
  taxReturnActions,
  taxReturnId,
  taxReturnState,
  turnAfter,
} from '#domain/finance/tax/tax-return.ts';
import { boxSettingView, filedReturnView, formReceiptView } from '#domain/finance/tax/wire.ts';
import type { IsoDate } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { toMinor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { creates, on, upserts } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { periodsOf, sequencesOf } from '../ledger/period-store.ts';
import { openPosting } from '../service.ts';
import { readForm } from './form-reader.ts';
import { readFilings, readReturn, standingReturn } from './return-reader.ts';

interface World {
  readonly records: Records;
  readonly today: IsoDate;
  readonly caller: Caller;
}

const filedAlready = (period: string, justificante: string) =>
  refused(
    'tax_return.filed',
    `${period} has been filed already (${justificante}): correct what is wrong in an open period, or rectify the return.`,
    'body.period',
    { period, justificante },
  );

/** The posting of what settles a period: on its last day, whether or not it is filed. */
const openSettlement = ({ records, caller }: World, date: IsoDate, document: string) =>
  openPosting(records, { date, document, caller, settlesTax: true, field: 'body.period' });

/**
 * The changes that mark the months of a period as filed, or as not, with what is posted in the same transaction: a posting under way
 * either comes before them or meets them.
 */
async function markPeriods(records: Records, period: string, filed: string | undefined, posting: Posting | undefined): Promise<Change[]> {
  const posted = posting?.changes() ?? [];
  const sequences = await records.getMany(PeriodSequences, monthsOfTaxPeriod(period).flatMap(sequencesOf));
  return sequences.flatMap((sequence) => {
    if (!sequence) return [];
    if (filed !== undefined && sequence.filed !== undefined) throw filedAlready(period, sequence.filed);
    const counted = posted.find((change) => recordOf(change) === sequence.id);
    const { filed: _, ...data } = (counted && 'data' in counted ? counted.data : sequence) as typeof sequence;
    return [update(PeriodSequences, sequence, { ...data, ...(filed === undefined ? {} : { filed }) })];
  });
}

/** A period is filed once, unless its return is being rectified or was taken back. */
function requireTurn(last: StoredTaxReturn | undefined, body: z.output<typeof FilingInput>, all: readonly StoredTaxReturn[]): void {
  if (last && taxReturnState(last) === 'filed') throw filedAlready(body.period, last.justificante);
  const expected = all.at(-1)?.id;
  if (body.follows !== expected)
    throw refused(
      'tax_return.follows',
      expected
        ? `A return of ${body.period} was filed before: say that this one follows ${expected}.`
        : `No return of ${body.period} was filed before: this one follows none.`,
      'body.follows',
      { period: body.period, expected: expected ?? '' },
    );
}

/** Only the last return is taken back: a later one has taken over what it left to compensate. */
async function requireLast(records: Records, filed: StoredTaxReturn, fiscalYears: readonly string[]): Promise<void> {
  const last = monthsOfTaxPeriod(filed.period).at(-1) ?? '';
  const later = periodsOf(fiscalYears).filter((month) => month > last);
  const sequences = await records.getMany(PeriodSequences, later.flatMap(sequencesOf));
  const next = sequences.find((sequence) => sequence?.filed !== undefined);
  if (next?.filed)
    throw refused(
      'tax_return.not_last',
      `A later return was filed (${next.filed}): take that one back first, or rectify this one.`,
      'path.taxReturnId',
      { later: next.filed },
    );
}

const recordOf = (change: Change): string => ('before' in change ? change.before.id : change.id);
const sameRecord = (one: Change, other: Change): boolean => recordOf(one) === recordOf(other);
const withFiled = (change: Change, filed: string): Change =>
  'data' in change && change.op === 'update' ? { ...change, data: { ...change.data, filed } } : change;

export const fileTaxReturn = command(
  tax.actions.fileTaxReturn,
  creates(TaxReturns, ({ body }) => taxReturnId(body.period, turnAfter(body.follows))),
  async (world) => {
    const { body, records, company, today } = world;
    const { period, justificante, filedOn = today, pending, refund, refunded, iban } = body;
    const id = taxReturnId(period, turnAfter(body.follows));
    const { to } = daysOfTaxPeriod(period);
    // Read before the sums: what is posted meanwhile makes the commit fail, and all of it is done again.
    const posting = await openSettlement(world, to, id);
    const earlier = await readFilings(records, period);
    requireTurn(standingReturn(earlier), body, earlier);
    const marked = await markPeriods(records, period, id, undefined);
    const read = await readReturn({ records, company, period, pending, refunded, consistent: true, today });
    const before = standingReturn(read.filings);
    throwIf(read.missing[0]);
    const boxes = read.draft.boxes.map(({ box, amount }) => ({ box, amount: Number(amount) }));
    const lines = settlementLines(boxes, before, refunded);
    const entry = lines.length > 0 ? posting.add(`Liquidación de IVA ${period}`, lines) : undefined;
    const type = declarationType(boxes, refund, iban);
    const filed: TaxReturn = {
      ...{ model: '303', period, turn: turnAfter(body.follows), type, boxes, justificante, filedOn },
      ...defined({ iban, rectifies: before?.id, entry }),
    };
    const counted = posting.changes()[0];
    const sequences = marked.map((change) => (counted && sameRecord(change, counted) ? withFiled(counted, id) : change));
    const rectified = before ? [update(TaxReturns, before, { ...before, rectifiedBy: id })] : [];
    return [create(TaxReturns, id, filed), ...rectified, ...sequences];
  },
  filedReturnView,
);

export const correctTaxReturn = command(
  tax.actions.correctTaxReturn,
  on(TaxReturns, (path) => path.taxReturnId),
  async ({ body, records, today }, filed) => {
    throwIf(taxReturnActions.correctTaxReturn(filed));
    const after = { ...filed, correction: { on: today, reason: body.reason } };
    return [update(TaxReturns, filed, after), ...(await markPeriods(records, filed.period, undefined, undefined))];
  },
  filedReturnView,
);

export const reverseTaxReturn = command(
  tax.actions.reverseTaxReturn,
  on(TaxReturns, (path) => path.taxReturnId),
  async (world, filed) => {
    const { body, records, company, newId } = world;
    throwIf(taxReturnActions.reverseTaxReturn(filed));
    await requireLast(records, filed, company.fiscalYears);
    const id = newId('txv');
    const { to: date } = daysOfTaxPeriod(filed.period);
    const posting = await openSettlement(world, date, id);
    const taken = filed.entry && posting.add(`Anulación: ${filed.entry.text}`, reversed(filed.entry.lines));
    const reversal = taken ? [create(TaxReturnReversals, id, { date, taxReturnId: filed.id, reason: body.reason, entry: taken })] : [];
    return [
      update(TaxReturns, filed, { ...filed, reversal: { id, date, reason: body.reason } }),
      ...reversal,
      ...(await markPeriods(records, filed.period, undefined, posting)),
    ];
  },
  filedReturnView,
);

export const setTaxReturnBox = command(
  tax.actions.setTaxReturnBox,
  upserts(BoxSettings, ({ path, body }) => boxSettingId(body.period, path.box)),
  async ({ path: { box }, body, records, caller, today }, existing) => {
    const { period, reason } = body;
    throwIf(refusalOfBox(box, period));
    if (daysOfTaxPeriod(period).from < M303_FROM)
      throw refused('tax_return.no_form', `Form 303 is known from 2026 on: ${period} is of before.`, 'body.period', { period });
    const sequence = await records.get(PeriodSequences, sequenceId(monthsOfTaxPeriod(period).at(-1) ?? '', 0));
    if (!sequence)
      throw refused('period.not_open', 'There is no accounting period for this date. Open its fiscal year first.', 'body.period');
    if (sequence.filed) throw filedAlready(period, sequence.filed);
    const setting = { period, box, amount: toMinor(decimal(body.amount)), reason, by: caller.email, on: today };
    return [
      existing ? update(BoxSettings, existing, { ...existing, ...setting }) : create(BoxSettings, boxSettingId(period, box), setting),
      // A filing writes the same sequence: the one that comes second reads again what the first one did.
      update(PeriodSequences, sequence, sequence),
    ];
  },
  boxSettingView,
);

export const putFormReceipt = command(
  tax.actions.putFormReceipt,
  upserts(FormReceipts, ({ path, body }) => formReceiptId(path.form, body.period)),
  async ({ path: { form }, body, records, company, caller, today }, existing) => {
    const { period } = body;
    const { to, boxes } = await readForm({ records, fiscalYears: company.fiscalYears, form, period, consistent: true });
    throwIf(refusalOfUnended(period, to, today));
    const filed = boxes.map(({ box, amount, count }) => ({ box, amount: Number(amount), ...defined({ count }) }));
    const receipt = { form, ...body, by: caller.email, boxes: filed };
    return [
      existing ? update(FormReceipts, existing, { ...existing, ...receipt }) : create(FormReceipts, formReceiptId(form, period), receipt),
    ];
  },
  (receipt) => formReceiptView(receipt, true),
);

export const handler = serveModule(tax, { fileTaxReturn, putFormReceipt, setTaxReturnBox, correctTaxReturn, reverseTaxReturn });

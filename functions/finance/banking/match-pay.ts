import type { StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLinks, bankLinkId, heldBy, type MatchedPart, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { LineCandidate } from '#domain/finance/banking/line-candidates.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { nameInPiece, nameTokens, textWords } from '#domain/finance/banking/match-text.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { endToEndId } from '#domain/finance/treasury/pain.ts';
import {
  freedOfPayment,
  leftAtBank,
  PAYMENT_TEXTS,
  type PayrollPayment,
  PayrollPayments,
  paidByBank,
  paymentLines,
  refusalOfMatch,
} from '#domain/hr/payroll/payroll-payment.ts';
import { PayrollPortions, type PayTransfer, payTransfers, portionId } from '#domain/hr/payroll/payroll-portion.ts';
import { AT_BANK, type PayrollRun, PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { BASE_CURRENCY, type Minor, minorText } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, numberOf, update } from '#kernel/record.ts';
import { requirePermission } from '#runtime/caller.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { otherLine } from './bank-ties.ts';
import { type MatchedResult, type Matching, movedOn } from './match-parts.ts';
import { lineCandidate } from './open-documents.ts';
import type { Undoing } from './run-undo.ts';

/** Days around a line in which the bank may have been told to pay. */
const AROUND = 10;
/** As much of a name in a line tells whose pay it is. */
const NAMED = 0.9;

/** Pay that the bank may have paid: a payment, or a run whose wages nobody has proposed to pay. */
interface WaitingPay {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly date: IsoDate;
  readonly left: Minor;
  readonly told: Minor;
  /** Whose wages they are. */
  readonly runId?: string;
}

const ofPayment = (payment: PayrollPayment & { readonly id: string }): WaitingPay => ({
  ...{ kind: PayrollPayments.kind, id: payment.id, number: numberOf(PayrollPayments, payment.id), date: payment.date },
  ...{ left: leftAtBank(payment), told: payment.told ?? 0 },
  ...(payment.what === 'wages' ? defined({ runId: payment.runIds[0] }) : {}),
});
const ofRun = ({ id, payDate, totals }: StoredPayRun): WaitingPay => ({
  ...{ kind: PayrollRuns.kind, id, number: numberOf(PayrollRuns, id), date: payDate, left: totals.payable, told: 0, runId: id },
});

/** Pay that lines of an account and some days may be: what is proposed, what is posted and no line tells of, and posted runs. */
async function waitingPay(records: Records, of: StoredBankAccount, [from, to]: readonly [IsoDate, IsoDate]): Promise<WaitingPay[]> {
  if (of.currency !== BASE_CURRENCY) return [];
  const range = { from: addDays(from, -AROUND), to: `${addDays(to, AROUND)}~` };
  const [proposed, paid, runs] = await Promise.all([
    Array.fromAsync(openRecords(records, PayrollPayments, 'approve', range)),
    Array.fromAsync(openRecords(records, PayrollPayments, AT_BANK, range)),
    Array.fromAsync(openRecords(records, PayrollRuns, AT_BANK, range)),
  ]);
  return [
    ...[...proposed, ...paid].filter(({ account }) => account === of.account).map(ofPayment),
    ...runs.filter(({ account, iban }) => account === of.account || iban === of.iban).map(ofRun),
  ].filter(({ left }) => left > 0);
}

/** Who is paid by a run, with the numbers that their transfers have in its file. */
async function transfersOf(records: Records, runId: string | undefined): Promise<readonly PayTransfer[]> {
  const run = runId === undefined ? undefined : await records.get(PayrollRuns, runId);
  const ids = Array.from({ length: run?.portions ?? 0 }, (_, i) => portionId(runId ?? '', i + 1));
  const portions = ids.length === 0 ? [] : await records.getMany(PayrollPortions, ids);
  return payTransfers(portions.flatMap((portion) => portion ?? []));
}

/** What the bank books as one movement: the transfers of its file, or all that is left where it told of some by themselves. */
const batchOf = ({ left, told }: Pick<WaitingPay, 'left' | 'told'>, transfers: readonly PayTransfer[]): Minor => {
  const inFile = transfers.reduce((sum, { amount, isInFile }) => sum + (isInFile ? amount : 0), 0);
  return told === 0 && inFile > 0 ? Math.min(inFile, left) : left;
};

const candidateOf = ({ kind, id, number, date, runId }: WaitingPay, open: Minor, transfer?: PayTransfer): LineCandidate => {
  const name = transfer?.person.name;
  const told = transfer?.isInFile && runId ? endToEndId(runId, transfer) : undefined;
  const document = { kind, id, number, date, open, ...defined({ no: transfer?.no, partyName: name }) };
  return {
    ...lineCandidate(document, { kind: 'run-payment', partyIbans: [], sign: -1, ...defined({ endToEndId: told }) }),
    part: { as: 'pay', documentId: id, ...defined({ no: transfer?.no }) },
  };
};

type Told = Pick<WaitingPay, 'id' | 'told'>;
/** The lines that tell of transfers: each of its own, or that of the batch of all that are in the file. */
async function linesOf(records: Records, { id, told }: Told, account: string, transfers: readonly PayTransfer[]) {
  if (told === 0 || transfers.length === 0) return [];
  const ids = [id, ...transfers.map(({ no }) => heldBy({ as: 'pay', id, no }))].map((held) => bankLinkId(held, account));
  const [batch, ...own] = await records.getMany(BankLinks, ids);
  return transfers.map(({ isInFile }, i) => own[i]?.lineId ?? (isInFile ? batch?.lineId : undefined));
}
/** Those whose transfers no line tells of. */
async function untoldTransfers(records: Records, pay: Told, account: string, transfers: readonly PayTransfer[]) {
  const lines = await linesOf(records, pay, account, transfers);
  return transfers.filter((_, i) => lines[i] === undefined);
}

/** All pay that lines of some days may be: each payment as a whole, and each person's. */
export async function openPay(records: Records, of: StoredBankAccount, days: readonly [IsoDate, IsoDate]): Promise<LineCandidate[]> {
  const found = await Promise.all(
    (await waitingPay(records, of, days)).map(async (pay) => {
      const transfers = await transfersOf(records, pay.runId);
      const single = transfers.length < 2 ? [] : await untoldTransfers(records, pay, of.account, transfers);
      return [candidateOf(pay, batchOf(pay, transfers)), ...single.map((transfer) => candidateOf(pay, transfer.amount, transfer))];
    }),
  );
  return found.flat();
}

/** Whether a line tells whose pay it is: nobody learns from an amount alone what somebody earns. */
function tellsOf({ endToEndId: told, partyName = '', text }: StoredBankLine, { runId }: WaitingPay, transfer: PayTransfer): boolean {
  if (runId && told === endToEndId(runId, transfer)) return true;
  const name = nameTokens(transfer.person.name);
  return [partyName, text].some((words) => nameInPiece(name, textWords(words)) >= NAMED);
}

/** Pay that is as much as a line. */
export async function payCandidates(records: Records, line: StoredBankLine, of: StoredBankAccount): Promise<LineCandidate[]> {
  if (line.amount >= 0) return [];
  const found = await Promise.all(
    (await waitingPay(records, of, [line.date, line.date])).map(async (pay) => {
      if (pay.left === -line.amount && pay.told === 0) return [candidateOf(pay, pay.left)];
      const transfers = await transfersOf(records, pay.runId);
      const alike = transfers.filter(({ amount }) => amount === -line.amount);
      const single = await untoldTransfers(records, pay, of.account, alike);
      // What is left and is one person's is offered as that.
      const whole = batchOf(pay, transfers) === -line.amount && alike.length === 0 ? [candidateOf(pay, -line.amount)] : [];
      const named = single.filter((transfer) => tellsOf(line, pay, transfer));
      return [...whole, ...named.map((transfer) => candidateOf(pay, transfer.amount, transfer))];
    }),
  );
  return found.flat();
}

/** The payment that a part is of, as it is once the bank has paid it, and what posts it where nothing has. */
async function paymentOf(world: Matching, documentId: string, i: number) {
  const { records, caller, account, date, posting, newId } = world;
  const field = `body.parts.${i}.documentId`;
  const post = (payment: Omit<PayrollPayment, 'entry'>) => ({
    ...{ ...payment, state: 'paid' as const, date, account: account.account },
    entry: posting.add(`${PAYMENT_TEXTS[payment.what]} ${payment.month}`, paymentLines({ ...payment, account: account.account })),
  });
  const run = prefixOf(documentId) === PayrollRuns.prefix ? await records.getOrThrow(PayrollRuns, documentId, field) : undefined;
  const known = run?.payments?.find(({ what }) => what === 'wages');
  if (run && !known) {
    requirePermission(caller, 'payables.pay');
    const payment = post(paidByBank(run, caller.email, field));
    const id = newId(PayrollPayments.prefix);
    const told = update<PayrollRun>(PayrollRuns, run, { ...run, payments: [...(run.payments ?? []), { id, what: payment.what }] });
    return { id, payment, made: true, save: (data: PayrollPayment): Change[] => [create(PayrollPayments, id, data), told] };
  }
  // Another line of the run, or somebody, was first.
  const stored = await records.getOrThrow(PayrollPayments, known?.id ?? documentId, field);
  throwIf(refusalOfMatch(stored, caller.email, field));
  const save = (data: PayrollPayment): Change[] => [update<PayrollPayment>(PayrollPayments, stored, data)];
  if (stored.state === 'paid') return { id: stored.id, payment: stored, made: false, save };
  requirePermission(caller, 'payables.pay');
  return { id: stored.id, payment: post({ ...stored, approvedBy: caller.email }), made: true, save };
}

/** The transfer of a payment that a line is by itself. @throws DomainError `payment_run.no_payment` (422), `bank_line.taken` (409). */
async function transferAt({ records, account }: Matching, payment: Told & Pick<WaitingPay, 'runId'>, no: number, i: number) {
  const single = (await transfersOf(records, payment.runId)).find((transfer) => transfer.no === no);
  if (!single)
    throw refused('payment_run.no_payment', `Nobody has the number ${no} in that payment: take one of its own.`, `body.parts.${i}.no`, {
      no,
    });
  const [taken] = await linesOf(records, payment, account.account, [single]);
  if (taken !== undefined) throw otherLine(payment.id, taken);
  return single;
}

/** What of a payment a part takes. @throws DomainError as {@link matchPay}. */
async function amountTaken(world: Matching, pay: WaitingPay, { no }: PartOf<'pay'>, i: number): Promise<Minor> {
  if (no !== undefined) return (await transferAt(world, pay, no, i)).amount;
  return pay.left === -world.line.amount ? pay.left : batchOf(pay, await transfersOf(world.records, pay.runId));
}

/**
 * Pay that the bank has paid, as a whole or one person's: it is posted once, by whichever line comes first, and lines tell of no more
 * than it is. @throws DomainError `payroll_payment.state`, `payroll_payment.own`, `bank_line.document`, `bank_line.pay` (422).
 */
export async function matchPay(world: Matching, part: PartOf<'pay'>, i: number): Promise<MatchedResult> {
  const { documentId, no } = part;
  const { account } = world;
  const field = `body.parts.${i}.documentId`;
  const { id, payment, made, save } = await paymentOf(world, documentId, i);
  if (movedOn(payment.entry?.lines ?? [], account) === 0)
    throw refused('bank_line.document', `${documentId} has moved nothing on ${account.account}: choose another document.`, field, {
      ...{ document: documentId, account: account.account },
    });
  const pay = ofPayment({ ...payment, id });
  const { left, told } = pay;
  const amount = await amountTaken(world, pay, part, i);
  if (amount > left || amount <= 0)
    throw refused(
      'bank_line.pay',
      `Lines of the bank tell of ${minorText(told)} of that payment already: ${minorText(left)} is left, and this is ${minorText(amount)}. Choose another.`,
      field,
      { document: id, left: minorText(left), amount: minorText(amount) },
    );
  const changes = save({ ...payment, told: told + amount });
  return { parts: [{ as: 'pay', id, amount: -amount, ...defined({ no }), ...(made ? { made: true as const } : {}) }], changes };
}

/** What undoing a match of pay comes to: a payment that it had posted is reversed once no line tells of it; else that stays. */
export async function payUndone(world: Undoing, { id, amount, made }: MatchedPart) {
  const { records, caller, posting, date, reason, newId } = world;
  const payment = await records.getOrThrow(PayrollPayments, id);
  if (payment.state !== 'paid') return { changes: [], how: 'untied' as const };
  const { told: before = 0, ...rest } = payment;
  const told = Math.max(0, before + amount);
  const stays = { ...rest, ...(told === 0 ? {} : { told }) };
  if (!made || told > 0) return { changes: [update<PayrollPayment>(PayrollPayments, payment, stays)], how: 'untied' as const };
  requirePermission(caller, 'payables.pay');
  const entry = assertDefined(payment.entry, 'the entry of a payment');
  const reversalId = newId(ManualEntries.prefix, id);
  const { text, lines } = manualReversal({ date: entry.date, text: entry.text, entry }, date, date);
  const runs = (await records.getMany(PayrollRuns, payment.runIds)).flatMap((run) => run ?? []);
  const reversal = { id: reversalId, date, reason };
  return {
    changes: [
      update<PayrollPayment>(PayrollPayments, payment, { ...stays, state: 'reversed', reversal }),
      ...runs.map((run) => update<PayrollRun>(PayrollRuns, run, freedOfPayment(run, id))),
      create(ManualEntries, reversalId, { date, text, entry: posting.add(text, lines), reverses: id, reason }),
    ],
    how: 'reversed' as const,
  };
}

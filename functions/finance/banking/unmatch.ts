import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import {
  type BankLine,
  BankLines,
  lineActions,
  type MatchedPart,
  type StoredBankLine,
  type UndonePart,
} from '#domain/finance/banking/bank-line.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { type IsoDate, latest } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Permission } from '#kernel/permission.ts';
import { type Change, type Changes, create, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { requirePermission } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { takePaymentBack } from '../payables/payments.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import { takeRefundBack } from '../receivables/reverse-refund.ts';
import { openPosting } from '../service.ts';
import { tellingLines, untied } from './bank-ties.ts';
import { unlearntChanges } from './habit-store.ts';
import { isBeingMatched } from './line-batches.ts';
import { lineDetail } from './lines.ts';
import { billUndone } from './match-bill.ts';
import { payUndone } from './match-pay.ts';
import { paidAgain, receivedAgain } from './money-again.ts';
import { RecordsAfter } from './records-after.ts';
import { runUndone, type Undoing } from './run-undo.ts';
import { supplierRefundUndone } from './supplier-refund.ts';
import { creditsBack, laterInPlace } from './used-credits.ts';

const { actions } = banking;
const inPath = ({ lineId }: { readonly lineId: string }) => lineId;

/** What undoes a part; absent where nothing does: it was only tied, or reversed by itself meanwhile. */
type Undone = readonly Change[] | undefined;

async function undoneReceipt(world: Undoing, { id, credits = [] }: MatchedPart): Promise<Undone> {
  const { records, posting, date, reason } = world;
  const receipt = await records.getOrThrow(Receipts, id);
  if (receipt.reversal) return undefined;
  const back = { date, reason, posting };
  return creditsBack(records, credits, date, async (beside) => (await takeReceiptBack(world, receipt, { ...back, beside })).changes);
}

async function undonePayment(world: Undoing, { id, credits = [] }: MatchedPart): Promise<Undone> {
  const { records, posting, date, reason } = world;
  const payment = await records.getOrThrow(SupplierPayments, id);
  if (payment.reversal) return undefined;
  return creditsBack(records, credits, date, (beside) => takePaymentBack(world, payment, { date, reason, posting, beside }));
}

/** What reverses the document that a part has made. */
async function undone(world: Undoing, part: MatchedPart): Promise<Undone> {
  const { records, caller, posting, reason } = world;
  const { as, id } = part;
  const permission = permissionOf(part);
  if (permission) requirePermission(caller, permission);
  switch (as) {
    case 'receipt':
      return undoneReceipt(world, part);
    case 'payment':
      return undonePayment(world, part);
    case 'bill':
      requirePermission(caller, 'payables.write');
      return billUndone(world, part);
    case 'refund': {
      const refund = await records.getOrThrow(Refunds, id);
      return refund.reversal ? undefined : takeRefundBack(world, refund, { reason, posting });
    }
    case 'supplier-refund':
      return supplierRefundUndone(world, id);
    case 'entry':
      await requireAlone(world, id);
      return undoneEntry(world, id);
    case 'transfer':
      return undoneEntry(world, id);
    case 'run':
      return part.made ? runUndone(world, id, part.no) : undefined;
    case 'return':
      return part.made ? receivedAgain(world, id) : undefined;
    case 'reversal':
      return part.made ? backAgain(world, id) : undefined;
    case 'pay':
    case 'document':
      return undefined;
  }
}

const backAgain = (world: Undoing, id: string): Promise<Change[]> =>
  prefixOf(id) === ReceiptReversals.prefix ? receivedAgain(world, id) : paidAgain(world, id);

/** What undoing a part needs, as posting it did. */
const PERMISSIONS: Readonly<Partial<Record<MatchedPart['as'], Permission>>> = {
  receipt: 'payments.receive',
  payment: 'payables.pay',
  bill: 'payables.pay',
  refund: 'payments.refund',
  'supplier-refund': 'payables.pay',
  run: 'payables.pay',
  return: 'payables.pay',
};

/** What is received or paid once more needs what it needed the first time. */
const permissionOf = ({ as, id }: MatchedPart): Permission | undefined =>
  as === 'reversal' ? (prefixOf(id) === ReceiptReversals.prefix ? 'payments.receive' : 'payables.pay') : PERMISSIONS[as];

/** @throws DomainError `bank_line.tied` (422) where a line of another account tells of the entry too. */
async function requireAlone({ records, account }: Undoing, id: string): Promise<void> {
  const entry = await records.getOrThrow(ManualEntries, id);
  if (entry.reversedBy) return;
  const others = [...new Set(entry.entry.lines.map((line) => line.account))].filter((other) => other !== account);
  const lines = await Promise.all(others.map((other) => tellingLines(records, [entry], other)));
  const other = lines.flat().find((telling) => telling !== undefined);
  if (other)
    throw refused('bank_line.tied', 'A line of another account is matched with the same transfer: undo that one first.', 'path.lineId', {
      line: other,
    });
}

/** Reverses the entry of a match. */
async function undoneEntry({ records, newId, posting, date, reason }: Undoing, id: string): Promise<Undone> {
  const entry = await records.getOrThrow(ManualEntries, id);
  if (entry.reversedBy) return undefined;
  const reversalId = newId('man', id);
  const { text, lines } = manualReversal(entry, date, date);
  const reversal = { date, text, entry: posting.add(text, lines), reverses: id, reason };
  return [create(ManualEntries, reversalId, reversal), update(ManualEntries, entry, { ...entry, reversedBy: reversalId })];
}

/** The line as it was before it was matched. */
function opened({ match: _, ignored: __, undone: ___, ...line }: StoredBankLine): StoredBankLine {
  return { ...line, state: 'open' };
}

/** The same, and what has become of the part: pay stays in the books, and is told of less. */
async function partUndone(
  world: Undoing,
  part: MatchedPart,
): Promise<{ readonly changes: readonly Change[]; readonly how: UndonePart['how'] }> {
  if (part.as === 'pay') return payUndone(world, part);
  const changes = await undone(world, part);
  return { changes: changes ?? [], how: changes ? 'reversed' : 'untied' };
}

/** What one line's match comes to when it is undone: the line, what is reversed, and its ties. */
async function undoneLine(world: Undoing, line: StoredBankLine, seen: Set<string>): Promise<Changes<BankLine>> {
  const { records, account } = world;
  const parts = line.match?.parts ?? [];
  let changes: Change[] = [];
  const after: UndonePart[] = [];
  for (const [i, part] of parts.entries()) {
    // Several parts may post of the same kind: each has ids of its own. An entry that is of both lines of a transfer is reversed once.
    const now = (part.as === 'return' || part.as === 'pay') && changes.length > 0 ? new RecordsAfter(records, changes) : records;
    const own = { ...world, records: now, newId: (prefix: string, of = String(i)) => world.newId(prefix, of) };
    const isReversed = seen.has(part.id);
    const { changes: more, how } = isReversed ? { changes: [], how: 'reversed' as const } : await partUndone(own, part);
    if (part.as === 'transfer') seen.add(part.id);
    changes = laterInPlace(changes, more);
    after.push({ as: part.as, id: part.id, how });
  }
  const [free, learnt] = await Promise.all([untied(records, line, account, changes), unlearntChanges(records, line)]);
  return [update(BankLines, line, { ...opened(line), undone: after }), ...free, ...learnt];
}

/** Lines of other accounts that a match has matched with this one: what is undone of a transfer is undone of both. */
async function partnersOf(records: Records, line: StoredBankLine): Promise<StoredBankLine[]> {
  const ids = (line.match?.parts ?? []).flatMap((part) => part.line ?? []);
  const found = ids.length === 0 ? [] : await records.getMany(BankLines, ids);
  return found.flatMap((other) => (other?.match?.parts.some((part) => part.line === line.id) ? [other] : []));
}

/** All that undoing the match of a line changes, the line's own change first. @throws DomainError as {@link undone}. */
export async function unmatchChanges(
  { newId, ...world }: Omit<Undoing, 'account' | 'posting' | 'date'>,
  line: StoredBankLine,
  asked?: IsoDate,
): Promise<Changes<BankLine>> {
  const { records, today, caller } = world;
  const partners = await partnersOf(records, line);
  const lines = [line, ...partners];
  const date = asked ?? latest(today, ...lines.map(({ match, date: day }) => match?.on ?? day));
  const [accounts, posting] = await Promise.all([
    Promise.all(lines.map(({ bankAccountId }) => records.getOrThrow(BankAccounts, bankAccountId))),
    openPosting(records, { date, today, document: line.id, caller }),
  ]);
  const seen = new Set<string>();
  const worldOf = (i: number): Undoing => ({
    ...{ ...world, posting, date, account: accounts[i]?.account ?? '' },
    newId: (prefix, of) => newId(prefix, i === 0 ? of : `${of ?? ''}.${i}`),
  });
  const first = await undoneLine(worldOf(0), line, seen);
  const others: Change[] = [];
  for (const [i, partner] of partners.entries()) others.push(...(await undoneLine(worldOf(i + 1), partner, seen)));
  const [own, ...rest] = first;
  return [own, ...rest, ...others, ...posting.changes()];
}

export const unmatchBankLine = command(
  actions.unmatchBankLine,
  on(BankLines, inPath),
  ({ body, records, today, caller, newId }, line) => {
    throwIf(lineActions.unmatchBankLine(line));
    return unmatchChanges({ records, today, caller, newId, reason: body.reason }, line, body.date);
  },
  (line, world) => lineDetail(world, line),
);

export const ignoreBankLine = command(
  actions.ignoreBankLine,
  on(BankLines, inPath),
  async ({ body: { reason }, caller, today, records }, line) => {
    throwIf(lineActions.ignoreBankLine(line));
    // What a run is about to match, nobody puts aside under its hands.
    if (await isBeingMatched(records, line))
      throw refused('bank_line.being_matched', 'The lines of its statement are being matched: wait until that has ended.', 'path.lineId');
    return [update(BankLines, line, { ...line, state: 'ignored', ignored: { by: caller.email, on: today, reason } })];
  },
  (line, world) => lineDetail(world, line),
);

export const reopenBankLine = command(
  actions.reopenBankLine,
  on(BankLines, inPath),
  (_, line) => {
    throwIf(lineActions.reopenBankLine(line));
    return [update(BankLines, line, opened(line))];
  },
  (line, world) => lineDetail(world, line),
);

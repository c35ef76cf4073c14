import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import {
  BankLines,
  BankLinks,
  bankLinkId,
  lineActions,
  type MatchedPart,
  type StoredBankLine,
  type UndonePart,
} from '#domain/finance/banking/bank-line.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { latest } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Permission } from '#kernel/permission.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { requirePermission } from '#runtime/caller.ts';
import { command } from '../../platform/service.ts';
import { takePaymentBack } from '../payables/payments.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import { takeRefundBack } from '../receivables/reverse-refund.ts';
import { openPosting } from '../service.ts';
import { lineDetail } from './lines.ts';
import { paidAgain, receivedAgain } from './money-again.ts';
import { runUndone, type Undoing } from './run-undo.ts';

const { actions } = banking;
const inPath = ({ lineId }: { readonly lineId: string }) => lineId;

/** What undoes a part; absent where nothing does: it was only tied, or reversed by itself meanwhile. */
type Undone = readonly Change[] | undefined;

/** What reverses the document that a part has made. */
async function undone(world: Undoing, part: MatchedPart): Promise<Undone> {
  const { records, caller, posting, date, reason } = world;
  const { as, id } = part;
  const permission = PERMISSIONS[as];
  if (permission) requirePermission(caller, permission);
  switch (as) {
    case 'receipt': {
      const receipt = await records.getOrThrow(Receipts, id);
      return receipt.reversal ? undefined : (await takeReceiptBack(world, receipt, { date, reason, posting })).changes;
    }
    case 'payment': {
      const payment = await records.getOrThrow(SupplierPayments, id);
      return payment.reversal ? undefined : takePaymentBack(world, payment, { date, reason, posting });
    }
    case 'refund': {
      const refund = await records.getOrThrow(Refunds, id);
      return refund.reversal ? undefined : takeRefundBack(world, refund, { reason, posting });
    }
    case 'entry':
      return undoneEntry(world, id);
    case 'run':
      return part.made ? runUndone(world, id, part.no) : undefined;
    case 'return':
      return part.made ? receivedAgain(world, id) : undefined;
    case 'reversal':
      return part.made ? backAgain(world, id) : undefined;
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
  refund: 'payments.refund',
  run: 'payables.pay',
  return: 'payables.pay',
};

/** Reverses the entry of a match. @throws DomainError `bank_line.tied` (422) where a line of another account tells of it too. */
async function undoneEntry({ records, newId, posting, account, date, reason }: Undoing, id: string): Promise<Undone> {
  const entry = await records.getOrThrow(ManualEntries, id);
  if (entry.reversedBy) return undefined;
  const others = [...new Set(entry.entry.lines.map((line) => line.account))].filter((other) => other !== account);
  const links = await records.getMany(
    BankLinks,
    others.map((other) => bankLinkId(id, other)),
  );
  const other = links.find((link) => link !== undefined);
  if (other)
    throw refused('bank_line.tied', 'A line of another account is matched with the same transfer: undo that one first.', 'path.lineId', {
      line: other.lineId,
    });
  const reversalId = newId('man', id);
  const { text, lines } = manualReversal(entry, date, date);
  const reversal = { date, text, entry: posting.add(text, lines), reverses: id, reason };
  return [create(ManualEntries, reversalId, reversal), update(ManualEntries, entry, { ...entry, reversedBy: reversalId })];
}

/** The line as it was before it was matched. */
function opened({ match: _, ignored: __, undone: ___, ...line }: StoredBankLine): StoredBankLine {
  return { ...line, state: 'open' };
}

export const unmatchBankLine = command(
  actions.unmatchBankLine,
  on(BankLines, inPath),
  async ({ body, records, today, caller, newId }, line) => {
    throwIf(lineActions.unmatchBankLine(line));
    const parts = line.match?.parts ?? [];
    const date = body.date ?? latest(today, line.match?.on ?? line.date);
    const [{ account }, posting] = await Promise.all([
      records.getOrThrow(BankAccounts, line.bankAccountId),
      openPosting(records, { date, today, document: line.id, caller }),
    ]);
    const world: Undoing = { records, today, caller, newId, account, posting, date, reason: body.reason };
    const changes: Change[] = [];
    const after: UndonePart[] = [];
    for (const [i, part] of parts.entries()) {
      // Several parts may post of the same kind: each has ids of its own.
      const own = { ...world, newId: (prefix: string, of = String(i)) => newId(prefix, of) };
      const reversed = await undone(own, part);
      changes.push(...(reversed ?? []));
      after.push({ as: part.as, id: part.id, how: reversed ? 'reversed' : 'untied' });
    }
    const links = await records.getMany(
      BankLinks,
      parts.map(({ id }) => bankLinkId(id, account)),
    );
    const free = links.flatMap((link) => (link ? [remove(BankLinks, link)] : []));
    return [update(BankLines, line, { ...opened(line), undone: after }), ...changes, ...free, ...posting.changes()];
  },
  (line, world) => lineDetail(world, line),
);

export const ignoreBankLine = command(
  actions.ignoreBankLine,
  on(BankLines, inPath),
  ({ body: { reason }, caller, today }, line) => {
    throwIf(lineActions.ignoreBankLine(line));
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

import { banking } from '#api/finance/banking.ts';
import { BankAccounts } from '#domain/finance/banking/bank-account.ts';
import { BankLines, BankLinks, bankLinkId, lineActions, type MatchedPart, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { SupplierPayments } from '#domain/finance/payables/supplier-payment.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import type { IsoDate } from '#kernel/date.ts';
import { latest } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { type Change, create, remove, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { requirePermission } from '#runtime/caller.ts';
import { command } from '../../platform/service.ts';
import type { World } from '../currencies/differences.ts';
import { takePaymentBack } from '../payables/payments.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import { openPosting, type PostingSession } from '../service.ts';
import { lineDetail } from './lines.ts';

const { actions } = banking;
const inPath = ({ lineId }: { readonly lineId: string }) => lineId;

interface Undoing extends World {
  readonly account: string;
  readonly posting: PostingSession;
  readonly date: IsoDate;
  readonly reason: string;
}

/** What reverses the document that a part has made. One that was reversed by itself meanwhile is left as it is, and so is what the part only tied. */
async function undone(world: Undoing, { as, id }: MatchedPart): Promise<readonly Change[]> {
  const { records, caller, posting, date, reason } = world;
  if (as === 'receipt') {
    requirePermission(caller, 'payments.receive');
    const receipt = await records.getOrThrow(Receipts, id);
    return receipt.reversal ? [] : (await takeReceiptBack(world, receipt, { date, reason, posting })).changes;
  }
  if (as === 'payment') {
    requirePermission(caller, 'payables.pay');
    const payment = await records.getOrThrow(SupplierPayments, id);
    return payment.reversal ? [] : takePaymentBack(world, payment, { date, reason, posting });
  }
  return as === 'entry' ? undoneEntry(world, id) : [];
}

/** Reverses the entry of a match. @throws DomainError `bank_line.tied` (422) where a line of another account tells of it too. */
async function undoneEntry({ records, newId, posting, account, date, reason }: Undoing, id: string): Promise<readonly Change[]> {
  const entry = await records.getOrThrow(ManualEntries, id);
  if (entry.reversedBy) return [];
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
function opened({ match: _, ignored: __, ...line }: StoredBankLine): StoredBankLine {
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
    for (const part of parts) changes.push(...(await undone(world, part)));
    const links = await records.getMany(
      BankLinks,
      parts.map(({ id }) => bankLinkId(id, account)),
    );
    const free = links.flatMap((link) => (link ? [remove(BankLinks, link)] : []));
    return [update(BankLines, line, opened(line)), ...changes, ...free, ...posting.changes()];
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

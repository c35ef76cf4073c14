import { BankLinks, bankLinkId, heldBy, type MatchedPart, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import { type BankTied, bankTie, tiedLine } from '#domain/finance/ledger/bank-tie.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { SupplierRefunds } from '#domain/finance/supplier-payments/supplier-refund.ts';
import { conflict } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, createNext, type RecordType, remove, update } from '#kernel/record.ts';
import type { Records, Ref } from '#runtime/records.ts';
import type { Matching } from './match-parts.ts';
import { isUpdate } from './used-credits.ts';

/** Kinds that say themselves by which line they were made. */
const TIED_KINDS = [Receipts, Refunds, SupplierPayments, SupplierRefunds, ManualEntries] as unknown as readonly RecordType<BankTied>[];
/** The kind of a part's document where that says so; undefined of others. The entry of a transfer is of two lines. */
const tiedKind = ({ as, id }: MatchedPart) => (as === 'transfer' ? undefined : TIED_KINDS.find(({ prefix }) => prefix === prefixOf(id)));

type Documents = readonly ({ readonly id: string } & BankTied)[];

/** The line of an account that tells of each document, where one does. */
export async function tellingLines(records: Records, documents: Documents, account: string): Promise<(string | undefined)[]> {
  const own = documents.map((document) => tiedLine(document, account));
  const others = documents.filter((_, i) => own[i] === undefined).map(({ id }) => bankLinkId(id, account));
  const found = await records.getMany(BankLinks, others);
  const linked = new Map(found.flatMap((link) => (link ? [[link.id, link.lineId] as const] : [])));
  return documents.map(({ id }, i) => own[i] ?? linked.get(bankLinkId(id, account)));
}

export const otherLine = (document: string, line: string) =>
  conflict('bank_line.taken', `${document} is matched with another line of the bank already.`, 'body.parts', { document, line });

/** @throws DomainError `bank_line.taken` (409) where a match of another line of the account has made the document. */
export function requireUntied(document: { readonly id: string } & BankTied, account: string): void {
  const line = tiedLine(document, account);
  if (line !== undefined) throw otherLine(document.id, line);
}

/**
 * What holds documents that were there before for a line, so that no other line of the account is matched with them.
 * @throws DomainError `bank_line.taken` (409).
 */
export async function linked(
  { records, line, account }: Pick<Matching, 'records' | 'line' | 'account'>,
  parts: readonly MatchedPart[],
): Promise<Change[]> {
  const ids = parts.map((part) => bankLinkId(heldBy(part), account.account));
  for (const [i, held] of (await records.getMany(BankLinks, ids)).entries()) if (held) throw otherLine(parts[i]?.id ?? '', held.lineId);
  return ids.map((id) => createNext(BankLinks, id, { lineId: line.id }));
}

type Create = Extract<Change, { op: 'create' }>;
const isCreate = (change: Change): change is Create => change.op === 'create';

/**
 * What a match changes, with what ties its documents to the line: those that it makes say so themselves, others are held beside.
 * @throws DomainError `bank_line.taken` (409).
 */
export async function tied(matching: Matching, parts: readonly MatchedPart[], changes: readonly Change[]): Promise<Change[]> {
  const { line, account } = matching;
  const made = new Set(changes.filter(isCreate).map(({ id }) => id));
  const own = new Set(parts.flatMap((part) => (made.has(part.id) && tiedKind(part) ? [part.id] : [])));
  const bankLine = bankTie(line.id, account.account);
  const saying = changes.map(
    (change): Change => (isCreate(change) && own.has(change.id) ? { ...change, data: { ...change.data, bankLine } } : change),
  );
  return [
    ...saying,
    ...(await linked(
      matching,
      parts.filter(({ id }) => !own.has(id)),
    )),
  ];
}

const withoutTie = <T extends object>(document: T & BankTied): T => {
  const { bankLine: _, ...rest } = document;
  return rest as T;
};

/** What undoing a match changes, with its ties let go: documents that it made or held may be matched with another line. */
export async function untied(records: Records, line: StoredBankLine, account: string, changes: readonly Change[]): Promise<Change[]> {
  const parts = line.match?.parts ?? [];
  const tie = bankTie(line.id, account);
  const isTied = (data: object) => (data as BankTied).bankLine === tie;
  const changed = new Set(changes.map((change) => (change.op === 'create' ? change.id : change.before.id)));
  const left = parts.flatMap((part): Ref[] => {
    const type = changed.has(part.id) ? undefined : tiedKind(part);
    return type ? [{ type: type as Ref['type'], id: part.id }] : [];
  });
  const [links, others] = await Promise.all([
    records.getMany(
      BankLinks,
      parts.map((part) => bankLinkId(heldBy(part), account)),
    ),
    left.length === 0 ? [] : records.getTogether(left),
  ]);
  return [
    ...changes.map((change): Change => (isUpdate(change) && isTied(change.data) ? { ...change, data: withoutTie(change.data) } : change)),
    ...others.flatMap((document, i) =>
      document && isTied(document) ? [update(left[i]?.type as RecordType<object>, document, withoutTie(document))] : [],
    ),
    ...links.flatMap((link) => (link ? [remove(BankLinks, link)] : [])),
  ];
}

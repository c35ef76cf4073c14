import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import type { EntryLinks } from '#kernel/record.ts';
import { CONTROL_ACCOUNTS } from './accounts.ts';
import type { Entry } from './entry.ts';
import { ManualEntries, refusalOfReversed } from './manual-entry.ts';

/** The document that an entry belongs to, as the journal sees it. */
export interface EntrySource extends EntryLinks {
  readonly id: string;
  readonly kind: string;
  /** What a person does to take the entry back: as the kind says. */
  readonly undo: string;
  readonly entry: Entry;
}

/** Accounts that documents keep take no entries by hand. */
export const refusalOfControl = (account: string, field: string): Refusal | undefined =>
  CONTROL_ACCOUNTS.has(account)
    ? refusal(
        'account.control',
        `Account ${account} is kept by its documents (invoices and receipts, or stock movements), so that both always agree. Use those, or a subaccount.`,
        field,
        { account },
      )
    : undefined;

/** What documents posted is put right by the documents, each in its own way. */
export function refusalOfDocument({ id, kind, undo }: Pick<EntrySource, 'id' | 'kind' | 'undo'>): Refusal | undefined {
  if (kind === ManualEntries.kind) return undefined;
  const message = `This entry belongs to the ${kind.replaceAll('-', ' ')} ${id}, and is reversed with it. ${undo}`;
  return refusal('entry.of_document', message, 'path.entryId', { why: kind.replaceAll('-', '_'), document: id });
}

/** Why an entry takes an action now or not: commands throw these, and its page shows them. `postEntry` posts it once more. */
export const entryActions = {
  postEntry: ({ entry }) =>
    entry.lines.map(({ account }, i) => refusalOfControl(account, `body.lines.${i}.account`)).find((refused) => refused !== undefined),
  reverseEntry: (source) => refusalOfDocument(source) ?? refusalOfReversed(source),
} as const satisfies ActionRules<EntrySource>;

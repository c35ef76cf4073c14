import { ExchangeDifferences, type SubledgerSide, settledDifference } from '#domain/finance/currencies/exchange-difference.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import type { Settlement } from '#domain/finance/open-items/subledger.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, create } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { openPosting, type PostingSession } from '../ledger/posting-session.ts';

export interface World {
  readonly records: Records;
  readonly today: IsoDate;
  readonly caller: Caller;
  newId(prefix: string, part?: string): string;
}

interface Settled {
  readonly side: SubledgerSide;
  readonly settlements: readonly Settlement[];
  /** A document of the party, whose entry names it and its account. */
  readonly document: { readonly entry?: { readonly lines: readonly EntryLine[] } };
  /** The posting of the action, where it has one: the differences go into it. */
  readonly posting?: PostingSession;
  /** The day, where it has none. */
  readonly date?: IsoDate;
}

/** What an action posts besides, that settles documents in a foreign currency or undoes that; nothing for those in euros. */
export async function differenceChanges(world: World, { side, settlements, document, ...on }: Settled): Promise<Change[]> {
  if (settlements.length === 0) return [];
  const { records, today, caller, newId } = world;
  const id = newId('fxd');
  const { party, account } = assertDefined(
    document.entry?.lines.find((line) => line.party !== undefined),
    'a document of a party',
  );
  const { posting = await openPosting(records, { date: on.date ?? today, today, document: id, caller }) } = on;
  const difference = settledDifference(posting, side, { settlements, party: party as string, account });
  return [create(ExchangeDifferences, id, difference), ...(on.posting ? [] : posting.changes())];
}

import * as z from 'zod/mini';
import { yearOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import {
  type Accumulated,
  type Accumulator,
  type EntryLinks,
  recordType,
  type Stored,
  type TaxFact,
  type TaxPaper,
  type WithheldPart,
  type WithheldRecipient,
} from '#kernel/record.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { type Entry, isClosing } from '../ledger/entry.ts';
import { taxPartyKey } from './tax-party.ts';

/**
 * What a year withheld of one recipient, by month; or of one document, where it posts on 4751 otherwise than it declares (pay, which no
 * register holds). Forms 111, 115, 190 and 180 are made of these: as many as there are recipients, however many bills there were.
 */
export const WithheldSum = z.object({
  /** As the forms name it. Absent: of a document, or of what no register shows. */
  party: z.exactOptional(z.object({ name: z.string(), taxId: z.exactOptional(z.string()) })),
  document: z.exactOptional(
    z.object({
      kind: z.string(),
      id: z.string(),
      on: z.string(),
      reverses: z.exactOptional(z.string()),
      posted: z.int(),
      declared: z.int(),
    }),
  ),
  /** By `03:PRO15:15:t`: the month, code and rate, and one of {@link FIGURES}. */
  figures: z.record(z.string(), z.int()),
});
export type WithheldSum = Readonly<z.output<typeof WithheldSum>>;

/**
 * `b`, `t`: base and tax that are declared by the day of their document. `pb`, `pt`: as it was paid or fell due. `w`: what documents of
 * the month put on 4751 of the latter. `d`: of a document that differs, what it posted beyond what it declares.
 */
export const FIGURES = ['b', 't', 'pb', 'pt', 'w', 'd'] as const;
export type Figure = (typeof FIGURES)[number];

export const WithheldSums = recordType<WithheldSum>({
  kind: 'withheld-sum',
  prefix: 'wth',
  data: WithheldSum,
  history: 'ends',
  partitioned: true,
  screen: { none: 'Forms 111, 115, 190 and 180 show it.' },
  read: 'books.read',
});
export type StoredWithheldSum = Stored<WithheldSum>;

/** The sums of a year stand together. */
export const withheldShelf = (year: string): string => `wth_${year}`;
/** Sorts behind all recipients. */
const DOCUMENT = '~';
const UNREGISTERED = '-';

/** A document as far as it withholds. */
interface Withholder {
  readonly kind: string;
  readonly id: string;
  readonly entry: Entry;
  readonly taxes: readonly TaxFact[];
  readonly paper: TaxPaper | undefined;
  readonly withheld: readonly WithheldPart[];
  readonly reverses?: string | undefined;
  /** Where it pays several: each with what was withheld of them. */
  readonly recipients?: readonly WithheldRecipient[] | undefined;
}

/** What a document adds to the sums, by their ids; nothing where it neither withholds nor stands on 4751. */
export function withheldSumsOf(document: Withholder): Map<string, WithheldSum> {
  const { kind, id, entry, paper, reverses, withheld } = document;
  const sums = new Map<string, WithheldSum & { figures: Record<string, Minor> }>();
  const taxes = document.taxes.filter(({ side }) => side === 'withheld');
  const named = paper && { name: paper.party.name, ...(paper.party.taxId ? { taxId: paper.party.taxId } : {}) };
  type Rate = Pick<TaxFact, 'code' | 'percent'>;
  const add = (
    on: string,
    { code, percent }: Rate,
    figure: Figure,
    amount: Minor,
    party: WithheldRecipient['party'] | undefined = named,
  ) => {
    const place = party ? taxPartyKey(party) : UNREGISTERED;
    const at = `${withheldShelf(yearOf(on))}/${place}`;
    const sum: WithheldSum & { figures: Record<string, Minor> } = sums.get(at) ?? { ...(party ? { party } : {}), figures: {} };
    const name = [on.slice(5, 7), code, percent, figure].join(':');
    sum.figures[name] = (sum.figures[name] ?? 0) + amount;
    sums.set(at, sum);
  };
  const posted = withheldOn4751({ ...document, declares: paper?.withheld !== undefined || taxes.length > 0 });
  for (const { party, taxes: facts } of document.recipients ?? [{ party: named, taxes }])
    for (const fact of facts) {
      add(entry.date, fact, 'b', fact.base, party);
      add(entry.date, fact, 't', fact.tax, party);
    }
  if (paper?.withheld?.at) {
    add(entry.date, paper.withheld, 'w', posted);
    for (const part of withheld) {
      add(part.on, part, 'pb', part.base);
      add(part.on, part, 'pt', part.tax);
    }
  }
  const declared = (paper?.withheld?.at ? paper.sign * paper.withheld.amount : 0) + taxes.reduce((sum, { tax }) => sum + tax, 0);
  if (posted !== declared)
    sums.set(`${withheldShelf(yearOf(entry.date))}/${DOCUMENT}${id}`, {
      document: { kind, id, on: entry.date, ...(reverses ? { reverses } : {}), posted, declared },
      figures: { [`${entry.date.slice(5, 7)}:::d`]: posted - declared },
    });
  return sums;
}

/** Adds what a document says to sums, by their ids. */
export function addWithheld(sums: Map<string, WithheldSum>, more: ReadonlyMap<string, WithheldSum>): void {
  for (const [id, sum] of more) {
    const figures: Record<string, Minor> = { ...sums.get(id)?.figures };
    for (const [name, amount] of Object.entries(sum.figures)) figures[name] = (figures[name] ?? 0) + amount;
    sums.set(id, { ...sum, figures });
  }
}

/**
 * What a document put on 4751. A debit of one that declares nothing pays what earlier periods withheld, and so does a credit that takes
 * such a debit back. What books close with is of no period.
 */
function withheldOn4751({ entry, reverses, declares }: Pick<Withholder, 'entry' | 'reverses'> & { readonly declares: boolean }): Minor {
  if (isClosing(entry)) return 0;
  return entry.lines.reduce((sum, { account, amount }) => {
    const pays = !declares && (reverses ? amount < 0 : amount > 0);
    return account.startsWith(ACCOUNT.withheld) && !pays ? sum - amount : sum;
  }, 0);
}

const NOTHING: ReadonlyMap<string, Accumulated> = new Map();

/** What records of the kinds that may stand on 4751 add to the sums: told by what they post. */
export const WITHHELD_ACCUMULATOR: Accumulator = {
  type: WithheldSums,
  of: (data, id, { kind, posts }) => {
    const { entry } = data as { readonly entry?: Entry };
    const of = <V>(rule: ((data: never) => V) | undefined): V | undefined => rule?.(data as never);
    if (!entry || !posts) return NOTHING;
    const paper = of(posts.paper);
    const isWithheld = paper?.withheld !== undefined || entry.lines.some(({ account }) => account.startsWith(ACCOUNT.withheld));
    if (!isWithheld) return NOTHING;
    const { reverses } = of<EntryLinks>(posts.links) ?? {};
    return withheldSumsOf({
      kind,
      id,
      entry,
      paper,
      reverses,
      taxes: of(posts.taxes) ?? [],
      withheld: of(posts.withheld) ?? [],
      recipients: of(posts.recipients),
    });
  },
};

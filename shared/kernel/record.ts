import type * as z from 'zod/mini';
import { type IsoDate, monthOf } from './date.ts';
import { refused } from './errors.ts';
import type { Minor } from './money.ts';
import type { Permission } from './permission.ts';
import { cut, sortText } from './text.ts';

/** Where a record stands in its list: a bounded bucket (a month of documents, all items) and a sort text inside it. */
export interface ListKey {
  readonly bucket: string;
  /** Sorts inside the bucket; unique because it ends with the id. */
  readonly sort: string;
  /** Text that a search by words looks into, whatever case and accents. Must not change with the record's state. */
  readonly label?: string;
  /** The customer (or supplier) that lists filter by. */
  readonly party?: string;
}

/**
 * Where a record stands among those of its kind that wait for somebody, in a sparse index, for as long as it waits; or
 * among those that are about one record.
 */
export interface OpenKey {
  /** What it waits for: `ship`, `pay`; or the id of the record that it is about. */
  readonly queue: string;
  /** Sorts inside the queue: begins with the day (or place) by which people look at it, ends with the id. */
  readonly sort: string;
  /** The money that it is about, in minor units, where a sum is asked for. */
  readonly amount?: number;
}

/** The queue of records whose step takes more than one transaction, or a workflow: while it is under way, or was cut off. */
export const UNDER_WAY = 'under-way';

/** One step of a record's story. The first made it; `key` and `digest` make a repeated request harmless for ever. */
export interface RecordEvent {
  readonly rev: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly request: string;
  readonly action: string;
  /** Fingerprint of the Idempotency-Key that caused the step. */
  readonly key?: string;
  /** Fingerprint of the request's body and path. */
  readonly digest?: string;
  /** Values before the step, of fields that people edit. */
  readonly was?: Readonly<Record<string, unknown>>;
}

/** What every stored record bears beside its own data. */
export interface Meta {
  readonly id: string;
  readonly rev: number;
  readonly history: readonly RecordEvent[];
}

export type Stored<T> = T & Meta;

/** How the records of a kind stand in their list. */
export interface ListOf<T> {
  /** `months`: a bucket a month. `all`: one bucket. `own`: the kind's own, such as a warehouse. */
  readonly buckets: 'months' | 'all' | 'own';
  /** @param number what people know the record by, where it has a letter; else empty. */
  readonly key: (data: T, id: string, number: string) => ListKey;
}

type Words = readonly (string | undefined)[];
const labelOf = (number: string, words: Words): string => [number, ...words].filter(Boolean).join(' ');

/** A list of documents by date: a bucket a month, found by number and words. */
export const dated = <T>(of: {
  readonly date: (data: T) => IsoDate;
  /** Sorts those of a day, where the id alone does not. */
  readonly instant?: (data: T) => string;
  readonly party?: (data: T) => string;
  readonly words?: (data: T) => Words;
}): ListOf<T> => ({
  buckets: 'months',
  key: (data, id, number) => ({
    bucket: monthOf(of.date(data)),
    sort: [of.date(data), ...(of.instant ? [of.instant(data)] : []), id].join('#'),
    label: labelOf(number, of.words?.(data) ?? []),
    ...(of.party ? { party: of.party(data) } : {}),
  }),
});

/** A list in the order of a name or code, as a dictionary has it: one bucket, found by words. */
export const named = <T>(of: { readonly by: (data: T) => string; readonly words: (data: T) => Words }): ListOf<T> => ({
  buckets: 'all',
  key: (data, id, number) => ({
    bucket: 'all',
    // Two spaces: a name stands before all that begin with it.
    sort: `${cut(sortText(of.by(data)), 60)}  ${id}`,
    label: labelOf(number, of.words(data)),
  }),
});

/** Names of fields, wherever in the data they stand, and of actions in the history, by the short form that the table holds. */
export type ShortNames = Readonly<Record<string, string>>;

/** How a state looks: done, waiting for somebody, in trouble, under way, or nothing of these. */
export type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'plain';

/** What stands for a kind beside its name; the console has a picture for each. */
export type IconName =
  | 'book'
  | 'box'
  | 'building'
  | 'cart'
  | 'cash'
  | 'credit-note'
  | 'draft'
  | 'invoice'
  | 'key'
  | 'note'
  | 'packages'
  | 'paperclip'
  | 'refund'
  | 'return'
  | 'sitemap'
  | 'tags'
  | 'truck'
  | 'upload'
  | 'users';

/** What has ids of its own inside a record: a shipment of an order. */
export interface PartType {
  readonly kind: string;
  readonly prefix: string;
  readonly letter?: string;
  readonly screen?: `/${string}`;
  readonly icon?: IconName;
}

/** A record as one line shows it. */
export interface Summary {
  /** Absent: its number. */
  readonly title?: string;
  readonly subtitle?: Words;
  readonly date?: IsoDate;
  /** Minor units. */
  readonly amount?: Minor;
}

/** How the journal entry of a document stands to those of others: ids of documents. */
export interface EntryLinks {
  readonly reverses?: string | undefined;
  readonly reversedBy?: string | undefined;
  readonly reason?: string | undefined;
}

/** What a document says of a tax: base and tax of one code and rate, minor units, negative where it takes back. */
export interface TaxFact {
  /** `withheld`: income tax that was withheld of what is paid. */
  readonly side: 'output' | 'input' | 'withheld';
  readonly code: string;
  readonly percent: string;
  readonly base: Minor;
  readonly tax: Minor;
  /** It corrects an earlier document. */
  readonly corrects?: boolean;
}

/** What declares income tax withheld where that is not the day of its document: the payment, or the day on which it is due where that is earlier. */
export type WithheldAt = 'payment' | 'due';

/** A document as the registers of VAT show it (RD 1624/1992 arts. 63 and 64). */
export interface TaxPaper {
  readonly book: 'issued' | 'received';
  /** Of who issued it. */
  readonly number: string;
  readonly date: IsoDate;
  readonly form: 'full' | 'simplified' | 'correction' | 'simplified-correction';
  /** −1 where it takes back. */
  readonly sign: 1 | -1;
  readonly party: { readonly name: string; readonly taxId?: string | undefined; readonly country?: string | undefined };
  readonly taxes: readonly {
    readonly code: string;
    readonly percent: string;
    readonly base: Minor;
    readonly tax: Minor;
    readonly selfCharged?: Minor | undefined;
    readonly deductible?: Minor | undefined;
  }[];
  readonly operationDate?: IsoDate | undefined;
  /** Its place in the register of what was received, and the day on which it came. */
  readonly register?: string | undefined;
  readonly receivedOn?: IsoDate | undefined;
  readonly withheld?:
    | { readonly code: string; readonly percent: string; readonly amount: Minor; readonly at?: WithheldAt | undefined }
    | undefined;
  /** Id of the document that it corrects. */
  readonly corrects?: string | undefined;
  /** Where it names none: the period of form 349 that it corrects, and what was declared of the party in that beside the books. */
  readonly corrected?: { readonly period: string; readonly declared?: Minor | undefined } | undefined;
}

/** What is declared on a day of income tax that was withheld: minor units, negative where it takes back. */
export interface WithheldPart {
  readonly on: IsoDate;
  readonly code: string;
  readonly percent: string;
  readonly base: Minor;
  readonly tax: Minor;
}

/** Somebody of several whom one document pays, with what was withheld of them. */
export interface WithheldRecipient {
  readonly party: { readonly name: string; readonly taxId?: string };
  readonly taxes: readonly TaxFact[];
}

/** A kind that carries a journal entry: `entry` of its data, absent where there was nothing to post. */
export interface PostingRule<T> {
  /** What a person does to take the entry back. */
  readonly undo: string;
  readonly links?: (data: T) => EntryLinks;
  /** The taxes that its entry posts, with their bases: what tax returns are made of. */
  readonly taxes?: (data: T) => readonly TaxFact[];
  /** What is declared of its withholding as it is paid or falls due, beside {@link taxes}. */
  readonly withheld?: (data: T) => readonly WithheldPart[];
  /** Of what pays several people: what of {@link taxes} was withheld of whom. */
  readonly recipients?: (data: T) => readonly WithheldRecipient[];
  /** How the registers of VAT show it; undefined where they do not. */
  readonly paper?: (data: T) => TaxPaper | undefined;
}

/** Sums of what many records say: figures by name, minor units. */
export interface Accumulated {
  readonly figures: Readonly<Record<string, Minor>>;
}

/**
 * Sums that are kept of records, each a record of its own: what a record adds to them changes with it, in the same transaction. For
 * sums of few records that seldom change at once; those of all postings follow the stream.
 */
export interface Accumulator {
  readonly type: RecordType<Accumulated>;
  /** What a record adds, by the id of the sum, with whatever else the sum says of itself. */
  readonly of: (data: unknown, id: string, type: RecordType<never>) => ReadonlyMap<string, Accumulated>;
}

/** The states that the data of a kind holds, and which may follow which: every update checks it. */
export interface Lifecycle<T> {
  readonly of: (data: T) => string;
  readonly next: Readonly<Record<string, readonly string[]>>;
}

/**
 * A kind of record, told once: keys, lists, states, search, journal and screens derive from it. The id alone gives its
 * key, so that any module can take it into a transaction without knowing another module's storage.
 * @typeParam S its states.
 */
export interface RecordType<T, S extends string = string> {
  readonly kind: string;
  /** Three letters before the underscore of its ids; unique. */
  readonly prefix: string;
  /** Initials in Spanish before its short number, `P` for `P-7F3K2M9Q`; unique. Absent: its id tells its name or code. */
  readonly letter?: string;
  /** The number is the id, in a series of one of these letters, perhaps with the code of who issues: `F2026-000123`, `FS2026-000123`, `FDA2026-000123`. */
  readonly series?: readonly string[];
  /** What a record of it holds: checked when it is written and when it is read. */
  readonly data: z.core.$ZodType;
  /**
   * Where documents grow past a kilobyte, which is what DynamoDB writes by: short forms of one or two letters of the names that
   * they repeat. Only ever add to them: what is stored already is read by them. Not of `data`, `entry` and `seq`, which the
   * stream's filter names.
   */
  readonly short?: ShortNames;
  /**
   * Fields whose texts its other texts repeat, such as a name that the entry's text holds as well: there they are stored as two
   * characters, and so is the party of its list and who took one of its steps. Only ever add at the end.
   */
  readonly repeats?: readonly string[];
  /** `all`: the whole story stays with the record (documents end). `ends`: first and last step only (stock never ends). */
  readonly history: 'all' | 'ends';
  readonly list?: ListOf<T>;
  /**
   * Those with the same text before the slash of their ids (`csa_<customer>/<place>`) stand together in the order of what is
   * behind it, and are read together at once consistent. Ids of other kinds may hold slashes of people's own.
   */
  readonly partitioned?: true;
  /** Undefined while it waits for nothing: each coming and going is one more write. */
  readonly open?: (data: T, id: string) => OpenKey | undefined;
  /** Its changes are told to those who follow only while it waits in a queue of {@link open}: of what nearly every action changes. */
  readonly told?: 'open';
  readonly lifecycle?: Lifecycle<T>;
  /** @param today the company's business date: what is overdue depends on it. */
  readonly state?: (data: T, today: IsoDate) => S | undefined;
  /** How each state looks. */
  readonly tones?: Readonly<Record<S, Tone>>;
  /** The record as one line: what the search finds of it. Absent: the search does not show it. */
  readonly summary?: (data: T, id: string) => Summary;
  /** Ids of the records that it came of, and of those that came of it. */
  readonly related?: (data: T) => readonly (string | undefined)[];
  readonly posts?: PostingRule<T>;
  /** Sums that are kept of its records. */
  readonly accumulates?: Accumulator;
  /** The id of the record that it is about, for what has no page of its own: who may see that sees it, and the search leads there. */
  readonly parent?: (data: T) => string;
  /** The employee that it is about: roles that reach as far as oneself or whom one leads reach by it. Its id alone, of an employee. */
  readonly person?: (data: T, id: string) => string;
  /** What it says is sealed under the key of that person: once the key is removed, the record is as if it were not there. It has no list and no queue. */
  readonly sealed?: true;
  /** Its steps say neither who took them nor by which request, and only on which day: of what people say without their name. */
  readonly anonymous?: true;
  /** Where its page is: `/orders` for `/orders/ord_…`; or why there is none. */
  readonly screen: `/${string}` | { readonly none: string };
  /** What its routes and its page know it by, where that is not the id: `je_:id`, or `:number` for the id without prefix. */
  readonly shownAs?: string;
  readonly icon?: IconName;
  readonly parts?: readonly PartType[];
  /** What it takes to see it. `member`: to belong to the company. `nobody`: it is internal, or its owner's alone. */
  readonly read: Permission | 'member' | 'nobody';
}

export const recordType = <T, S extends string = string>(
  type: RecordType<T, S> & { readonly data: z.core.$ZodType<T> },
): RecordType<T, S> => type;

type Numbered = Pick<RecordType<never>, 'letter' | 'series'>;

/** What people know a record by: `ord_7F3K2M9Q…` → `P-7F3K2M9Q`, `inv_F2026-000123` → `F2026-000123`, `acc_4300` → `4300`. */
export function numberOf({ letter, series }: Numbered, id: string): string {
  const tail = id.slice(id.indexOf('_') + 1);
  return letter && !series ? `${letter}-${tail.slice(0, 8)}` : tail;
}

/** What routes and pages know a record by: its id, but for entries and codes. */
export const shownIdOf = ({ shownAs = ':id', ...type }: Numbered & Pick<RecordType<never>, 'shownAs'>, id: string): string =>
  shownAs.replace(':id', id).replace(':number', numberOf(type, id));

/** A planned change of one record. Changes of one business action commit together or not at all. */
export type Change<T extends object = object> =
  | { readonly op: 'create'; readonly type: RecordType<never>; readonly id: string; readonly data: T; readonly contested?: true }
  | {
      readonly op: 'update';
      readonly type: RecordType<never>;
      readonly before: Meta;
      readonly data: T;
      readonly was?: Record<string, unknown>;
    }
  | { readonly op: 'remove'; readonly type: RecordType<never>; readonly before: Stored<T> }
  | { readonly op: 'check'; readonly type: RecordType<never>; readonly before: Stored<T> };

/** Changes of one business action, of which the first is the one that it is about. */
export type Changes<T extends object> = readonly [Change<T>, ...Change[]];

/** Makes a record; the commit fails when its id exists already. */
export const create = <T extends object>(type: RecordType<T>, id: string, data: T): Change<T> => ({ op: 'create', type, id, data });

/** Makes a record whose id is the next number of a series: when a rival takes the number first, the action decides again. */
export const createNext = <T extends object>(type: RecordType<T>, id: string, data: T): Change<T> => ({
  op: 'create',
  type,
  id,
  data,
  contested: true,
});

/**
 * Replaces the record's data; the commit fails when it is no longer at the revision that was read.
 * @throws DomainError `<kind>.state` (422) where the state that it would come to may not follow its present one.
 */
export function update<T extends object>(type: RecordType<T>, before: Stored<T>, data: T, was?: Record<string, unknown>): Change<T> {
  requireNext(type, before, data);
  return { op: 'update', type, before, data: plain(data), ...(was ? { was } : {}) };
}

function requireNext<T extends object>({ kind, lifecycle }: RecordType<T>, before: T, after: T): void {
  if (!lifecycle) return;
  const [state, wanted] = [lifecycle.of(before), lifecycle.of(after)];
  if (state !== wanted && !lifecycle.next[state]?.includes(wanted))
    throw refused(`${kind}.state`, `The ${kind.replaceAll('-', ' ')} is ${state}; it cannot become ${wanted}.`, undefined, {
      state,
      wanted,
    });
}

/** Removes a record that never was a posted fact: a draft, a hold. */
export const remove = <T extends object>(type: RecordType<T>, before: Stored<T>): Change<T> => ({ op: 'remove', type, before });

/** Requires that the record is still at the revision that was read. */
export const check = <T extends object>(type: RecordType<T>, before: Stored<T>): Change<T> => ({ op: 'check', type, before });

/** The data without what the store adds. */
export function plain<T extends object>(data: T): T {
  const { id, rev, history, ...rest } = data as T & Partial<Meta>;
  return rest as unknown as T;
}

/** Those of the records that a request created, by its id. */
export const createdBy = <T extends Meta>(request: string, records: readonly (T | undefined)[]): T[] =>
  records.filter((record) => record !== undefined && record.history[0]?.request === request) as T[];

import { type Entry, entryIdOf } from '#domain/finance/ledger/entry.ts';
import { entryView } from '#domain/finance/wire.ts';
import { kindOf } from '#domain/kinds.ts';
import type { ActionSpec } from '#kernel/action.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { ActionRules, Refusal } from '#kernel/errors.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { type Caller, isAllowed, mayReadOne } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';

/** Of a read: handed on as it is, because company and day are looked at when they are asked for, and are lost in a copy. */
interface World {
  readonly records: Records;
  readonly caller: Caller;
  readonly today: IsoDate;
}
type Found = ReadonlyMap<string, Stored<object>>;

/** Of the actions that the caller may take at all: null where the record takes them now, else why not. */
export function actionsOf<T, K extends string>(
  caller: Caller,
  table: Readonly<Record<NoInfer<K>, Pick<ActionSpec, 'permission'>>>,
  rules: ActionRules<T, K>,
  record: T,
) {
  const names = (Object.keys(rules) as K[]).filter((name) => isAllowed(caller, table[name].permission));
  return Object.fromEntries(
    names.map((name) => {
      const why = rules[name](record);
      return [name, why ? refusalView(why) : null];
    }),
  ) as { [N in K]?: ReturnType<typeof refusalView> | null };
}

/** A refusal as a read answers it. */
export const refusalView = ({ code, message, params }: Refusal) => ({ code, message, ...(params ? { params: { ...params } } : {}) });

/**
 * Records that a read answers beside its own, and entries: a long order has thousands of both. Two hundred are more than a
 * person reads on one page, two calls of `BatchGetItem` and far below what a Lambda may answer (6 MB).
 */
const MOST = 200;

/** Which records belong together with one. */
export interface FlowPlan {
  /** Kinds whose own related records are shown too: what an order's invoices were paid by. */
  readonly through?: readonly RecordType<never>[];
  /** The documents whose entries are the record's: itself and what took it back, where nothing else is said. */
  readonly carriers?: readonly (string | undefined)[];
  /** Read in the same call, for what else is answered. */
  readonly beside?: readonly string[];
}

/**
 * The records that a record belongs together with, as lines, and the entries of its documents; what the caller may not read
 * is left out of both. Two reads at the most, however many records. `found` is what was read, for rules that depend on it.
 */
export async function readFlow<T>(world: World, type: RecordType<T>, record: Stored<T>, plan: FlowPlan = {}) {
  const { through = [], beside = [] } = plan;
  const related = relatedOf(type as RecordType<never>, record as never);
  const { reversal } = record as { readonly reversal?: { readonly id?: string } };
  const posting = [...new Set((plan.carriers ?? [record.id, reversal?.id]).filter((id) => id !== undefined))];
  const [first, carriers] = [related.slice(0, MOST), posting.slice(0, MOST)];
  const found = new Map<string, Stored<object>>([[record.id, record as Stored<object>]]);
  await readInto(found, world.records, [...first, ...carriers, ...beside]);
  const second = first.flatMap((id) => {
    const [kind, between] = [kindOf(id), found.get(id)];
    return kind && between && through.includes(kind) ? relatedOf(kind, between as never) : [];
  });
  const all = [...new Set([...first, ...second])].filter((id) => id !== record.id);
  const shown = all.slice(0, MOST);
  await readInto(found, world.records, shown);
  const visible = (id: string) => visibleTo(world.caller, found.get(id));
  return {
    found: found as Found,
    documents: shown.flatMap((id) => lineOf(visible(id), world.today)),
    entries: carriers.flatMap((id) => entryOf(visible(id))),
    more: related.length > MOST || all.length > MOST || posting.length > MOST,
  };
}

/** What a record's read answers beside the record itself: what can be done with it, what belongs to it, what it posted. */
export async function flowOf<T, K extends string>(
  world: World,
  type: RecordType<T>,
  record: Stored<T>,
  table: Readonly<Record<NoInfer<K>, Pick<ActionSpec, 'permission'>>>,
  rules: ActionRules<Stored<T>, K>,
  plan?: FlowPlan,
) {
  const { found: _, ...flow } = await readFlow(world, type, record, plan);
  return { ...flow, actions: actionsOf(world.caller, table, rules, record) };
}

const relatedOf = (type: RecordType<never>, record: never): string[] => (type.related?.(record) ?? []).filter((id) => id !== undefined);

async function readInto(found: Map<string, Stored<object>>, records: Records, ids: readonly string[]): Promise<void> {
  const refs = [...new Set(ids)].flatMap((id) => {
    const type = kindOf(id);
    return type && !found.has(id) ? [{ type, id }] : [];
  });
  if (refs.length === 0) return;
  // What is damaged has nothing to show; its own page says so.
  for (const record of await records.getTogether(refs, new Set())) if (record) found.set(record.id, record);
}

function visibleTo(caller: Caller, record: Stored<object> | undefined): Stored<object> | undefined {
  const type = kindOf(record?.id ?? '');
  return record && type && mayReadOne(caller, type, record) ? record : undefined;
}

function lineOf(record: Stored<object> | undefined, today: IsoDate) {
  const type = kindOf(record?.id ?? '');
  if (!record || !type?.summary) return [];
  const { title, date, amount } = type.summary(record as never, record.id);
  const state = type.state?.(record as never, today);
  return [
    {
      kind: type.kind,
      id: record.id,
      number: numberOf(type, record.id),
      ...(title ? { title } : {}),
      ...(date ? { date } : {}),
      ...(state ? { state } : {}),
      ...(amount === undefined ? {} : { amount }),
    },
  ];
}

function entryOf(record: Stored<{ entry?: Entry }> | undefined) {
  if (!record?.entry) return [];
  return [{ id: entryIdOf(record.id), document: record.id, kind: kindOf(record.id)?.kind ?? '', ...entryView(record.entry) }];
}

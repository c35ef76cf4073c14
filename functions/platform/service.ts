import type * as z from 'zod/mini';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import type { ActionSpec, ModuleSpec } from '#kernel/action.ts';
import { dateIn, type IsoDate } from '#kernel/date.ts';
import type { ActionRules } from '#kernel/errors.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import type { Answer, Command, Context, Decision, NoReads, Query, Target } from '#runtime/action.ts';
import { type DatedQuery, listDated } from '#runtime/dated-list.ts';
import { type Actions, serve as serveWith } from '#runtime/http.ts';
import type { ListRequest } from '#runtime/lists.ts';
import { type Found, optional, type Reads, refsOf, required, takeFrom } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { access } from './access.ts';
import { flowOf } from './flow.ts';

/** The Lambda of a module's permission profile: what a caller may do, the company's records say. */
export const serveModule = <M extends ModuleSpec>(module: M, actions: Actions<M>) => serveWith(module, actions, access);

export { callerBy } from './access.ts';
export { actionsOf, flowOf, readFlow, refusalView } from './flow.ts';
export { memberIdOf } from './members/presence-store.ts';
export { onlyFileId, receivedFile } from './notes/received-file.ts';
export { eraseBeside } from './notes/record-erasure.ts';
export { tagsId } from './notes/tags-id.ts';

/** What every action of the product knows beside its request. */
export interface CompanyWorld {
  /** @throws DomainError `company.not_found` (404) where it is not set up yet: for those alone that ask for it. */
  readonly company: StoredCompany;
  /** The business date: the day that it is in the company's time zone. */
  readonly today: IsoDate;
}

type World<A extends ActionSpec, M extends Reads> = Context<A> & CompanyWorld & Found<M>;
type QueryRun<A extends ActionSpec, M extends Reads> = (context: World<A, M>) => Answer<A> | Promise<Answer<A>>;

const COMPANY = { company: optional(Companies, COMPANY_ID) };

/**
 * A command of the product. `target` says what it creates or acts on, and what else it reads at once; `run` decides, and
 * returns the changes (or the record, where it commits by itself); `view` makes the answer of the record as it stands.
 * `unfinished` tells whether a step that began has still to be finished: `run` then takes it up again.
 */
export const command = <A extends ActionSpec, R extends object, S, M extends Reads>(
  _spec: A,
  target: Target<A, R, S, M>,
  run: (context: World<A, M>, subject: S) => Decision<R> | Promise<Decision<R>>,
  view: (record: Stored<R>, context: World<A, M>) => Answer<A> | Promise<Answer<A>> = stamped as never,
  unfinished?: (record: Stored<R>, context: World<A, M>) => boolean,
): Command<A, R, World<A, M>> => ({
  kind: 'command',
  target: target as Target<A, R, unknown, Reads>,
  reads: COMPANY,
  extend: (context, { reads, records }) => worldOf<A, M>(context, reads, records),
  run: run as Command<A, R, World<A, M>>['run'],
  view,
  unfinished,
});

/** A read that needs the company or its day, beside the records that `reads` names: all are read at once. */
export function query<A extends ActionSpec>(spec: A, run: QueryRun<A, NoReads>): Query<A>;
export function query<A extends ActionSpec, M extends Reads>(spec: A, reads: (context: Context<A>) => M, run: QueryRun<A, M>): Query<A>;
export function query<A extends ActionSpec, M extends Reads>(
  _spec: A,
  ...[first, second]: [QueryRun<A, NoReads>] | [(context: Context<A>) => M, QueryRun<A, M>]
): Query<A> {
  const run = (second ?? first) as QueryRun<A, M>;
  return {
    kind: 'query',
    run: async (context) => {
      const all = { ...COMPANY, ...(second ? (first as (context: Context<A>) => M)(context) : {}) };
      return run(worldOf<A, M>(context, all, await context.records.getTogether(refsOf(all))));
    },
  };
}

type ItemOf<A extends ActionSpec> = Answer<A> extends { items: (infer Row)[] } ? Row : never;
type ListWorld<A extends ActionSpec> = World<A, NoReads> & { readonly query: DatedQuery };

/** A list of documents by date. @param shown a row of it. @param narrow what of it is asked for. */
export const listQuery = <A extends ActionSpec, T extends object>(
  spec: A,
  type: RecordType<T>,
  shown: (record: Stored<T>, world: ListWorld<A>) => ItemOf<A>,
  narrow: (world: ListWorld<A>) => Pick<ListRequest<T>, 'party' | 'where'> = () => ({}),
): Query<A> =>
  query(spec, async (context) => {
    const world = context as ListWorld<A>;
    const page = await listDated(world.records, type, world.company.fiscalYears, world.query, narrow(world));
    return { ...page, items: page.items.map((record) => shown(record, world)) } as Answer<A>;
  });

type Shown<A extends ActionSpec> = Partial<Answer<A>> & Omit<Answer<A>, 'actions' | 'documents' | 'entries' | 'more'>;

/**
 * A record by the id in its path, with what can be done with it now, what belongs to it and what it posted.
 * @param table the actions of its module, and `rules` why it takes them or not. @param shown the record itself.
 */
export const recordQuery = <A extends ActionSpec, T extends object, K extends string>(
  spec: A,
  type: RecordType<T>,
  [table, rules]: readonly [Parameters<typeof flowOf<T, K>>[3], ActionRules<Stored<T>, K>],
  shown: (record: Stored<T>, world: World<A, NoReads>) => Shown<A> | Promise<Shown<A>>,
): Query<A> => {
  const [param = ''] = Object.keys((spec.path as z.ZodMiniObject).shape);
  const idOf = (path: unknown) => (path as Readonly<Record<string, string>>)[param] ?? '';
  return query(
    spec,
    ({ path }) => ({ record: required(type, idOf(path), `path.${param}`) }),
    async (context) => {
      const world = context as World<A, NoReads> & { readonly record: Stored<T> };
      return { ...(await flowOf(world, type, world.record, table, rules)), ...(await shown(world.record, world)) } as Answer<A>;
    },
  );
};

function worldOf<A extends ActionSpec, M extends Reads>(
  context: Context<A>,
  reads: Reads,
  records: readonly (Stored<object> | undefined)[],
): World<A, M> {
  const { company: found, ...rest } = takeFrom(reads, records) as { company: StoredCompany | undefined };
  return Object.defineProperties({ ...context, ...rest } as World<A, M>, {
    company: { get: () => requiredCompany(found) },
    today: { get: () => dateIn(requiredCompany(found).timeZone, context.now) },
  });
}

function requiredCompany(company: StoredCompany | undefined): StoredCompany {
  if (!company) throw notFound(Companies.kind, COMPANY_ID);
  return company;
}

/** The company, and the business date at an instant: for workers, which have no request. */
export async function companyAndDay(records: Records, now: Date): Promise<CompanyWorld> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  return { company, today: dateIn(company.timeZone, now) };
}

import type * as z from 'zod/mini';
import type { Tables } from '#api/modules.ts';
import type { ActionSpec, Method, Schema } from '#kernel/action.ts';

/**
 * The API as types, read from the action tables: types alone, so that no table and no schema gets into the page.
 * What travels is the input side of a schema, in requests and in answers.
 */
type Merged<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;
/** Every action by its name: `Actions['placeOrder']`. */
export type Actions = Merged<Tables[number]['actions']>;
type Rows = { [A in Actions[keyof Actions] as A['route']]: A };

export type PathOf<M extends Method> = { [R in keyof Rows]: R extends `${M} ${infer P}` ? P : never }[keyof Rows];
export type Row<M extends Method, P extends string> = Rows[`${M} ${P}` & keyof Rows];

/** As JSON brings it: a field that is not there is left out, never `undefined`. */
type Wire<T> = T extends readonly (infer I)[] ? Wire<I>[] : T extends object ? { [K in keyof T]: Wire<Exclude<T[K], undefined>> } : T;

export type Answer<A extends ActionSpec> = Wire<z.input<A['output']>>;
export type Body<A extends ActionSpec> = A extends { readonly body: infer S extends Schema } ? Wire<z.input<S>> : never;

/** In an address everything is text: `true` and `25` may be given as what they are. */
type QueryValue<T> = T extends 'true' | 'false' ? boolean : string extends T ? T | number : T;
type Query<A> = (A extends { readonly query: infer S extends Schema }
  ? { [K in keyof z.input<S>]: QueryValue<Exclude<z.input<S>[K], undefined>> }
  : unknown) &
  (A extends { readonly dryRun: true } ? { dryRun?: boolean } : unknown);

/** `{ path: … }` where the schema is there and something in it must be given, `{ path?: … }` where nothing must. */
type Part<K extends string, T> = unknown extends T ? { [P in K]?: never } : object extends T ? { [P in K]?: T } : { [P in K]: T };
type Params<A extends ActionSpec> = Part<'path', A extends { readonly path: infer S extends Schema } ? z.input<S> : unknown> &
  Part<'query', Query<A>> &
  // What needs no token needs no key either.
  Part<
    'header',
    A['permission'] extends 'public' ? unknown : A['route'] extends `POST ${string}` ? { 'Idempotency-Key': string } : unknown
  >;

/** What a request says beside its route. */
export type Init<A extends ActionSpec> = Pick<RequestInit, 'signal' | 'keepalive'> &
  Part<'params', Params<A>> &
  Part<'body', A extends { readonly body: Schema } ? Body<A> : unknown>;
/** The same as the last argument of a function: it may be left out where nothing must be said. */
export type Given<A extends ActionSpec> = object extends Init<A> ? [init?: Init<A>] : [init: Init<A>];

type Read = { [K in keyof Actions as K extends `get${infer Name}` ? Name : never]: Answer<Actions[K]> };
type Listed = { [K in keyof Actions as K extends `list${infer Name}s` ? Name : never]: Item<Answer<Actions[K]>> };
type Rowed = { [K in keyof Listed as `${K & string}Row`]: Listed[K] };
type Sent = { [K in keyof Actions as Capitalize<K>]: Body<Actions[K]> };
type Item<T> = T extends { items: (infer I)[] } ? I : never;

/**
 * What the API takes and answers, by name: `Schemas['Order']` is what `getOrder` answers, `Schemas['Warehouse']` a row of
 * `listWarehouses`, `Schemas['OrderRow']` one of `listOrders`, `Schemas['PlaceOrder']` what `placeOrder` takes. What stands inside these is named one by one.
 */
export interface Schemas extends Omit<Listed, keyof Read | keyof Rowed>, Omit<Read, 'Entry' | 'Stock'>, Rowed, Sent {
  AllocateInput: Body<Actions['allocateReceipt']>;
  Entry: Answer<Actions['shipOrder']>['entries'][number];
  AssetEntryRow: Item<Answer<Actions['listAssetEntries']>>;
  EntryDetail: Answer<Actions['getEntry']>;
  EntryRow: Item<Answer<Actions['listEntries']>>;
  EntryLine: Schemas['Entry']['lines'][number];
  Execution: NonNullable<Schemas['Order']['execution']>;
  GetInvoiceFileResult: Answer<Actions['getInvoiceFile']>;
  GetInvoicePdfResult: Answer<Actions['getInvoicePdf']>;
  GetReceivablesResult: Answer<Actions['getReceivables']>;
  IssuedApiClient: Answer<Actions['createApiClient']>;
  ItemInput: Body<Actions['createItem']>;
  Money: Schemas['Totals']['gross'];
  PostedEntry: Schemas['Order']['entries'][number];
  RelatedDocument: Schemas['Order']['documents'][number];
  OrderLine: Schemas['Order']['lines'][number];
  RemovalInput: Body<Actions['deallocateReceipt']>;
  RecurringEntryRow: Item<Answer<Actions['listRecurringEntries']>>;
  ReportRow: Item<Answer<Actions['listImportRows']>>;
  VacancyRow: Item<Answer<Actions['listVacancies']>>;
  ReturnExecution: NonNullable<Schemas['Return']['execution']>;
  ReturnLine: Schemas['Return']['lines'][number];
  ReturnReceipt: Schemas['Return']['receipts'][number];
  Search: Answer<Actions['searchAll']>;
  SharedViews: Answer<Actions['putSharedViews']>;
  Shipment: Schemas['Order']['shipments'][number];
  Stock: Item<Answer<Actions['listStock']>>;
  Totals: Schemas['Order']['totals'];
}

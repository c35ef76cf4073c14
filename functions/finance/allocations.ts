import { notBeforeAny, type OpenItem } from '#domain/finance/open-items/open-item.ts';
import type { Allotment, Settlement, Subledger } from '#domain/finance/open-items/subledger.ts';
import type { ActionSpec } from '#kernel/action.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, throwIf } from '#kernel/errors.ts';
import type { Amount } from '#kernel/money.ts';
import { type Change, type RecordType, type Stored, update } from '#kernel/record.ts';
import { type Command, on } from '#runtime/action.ts';
import { type Read, required, several } from '#runtime/reads.ts';
import { command } from '../platform/service.ts';
import type { World } from './currencies/differences.ts';

type Path = Readonly<Record<string, string>>;
type Requested = readonly { readonly amount: Amount }[];
type Dated = OpenItem & { readonly date: IsoDate };
type Charges<Charge> = readonly (Stored<Charge> | undefined)[];

/** A kind of document that pays: what its allocation is refused for, and how it is shown. */
interface CreditKind<Credit, Charge> {
  readonly type: RecordType<Credit>;
  /** Of the path, such as `receiptId`. */
  readonly id: string;
  readonly rules: {
    readonly allocate: (credit: Stored<Credit>) => Refusal | undefined;
    readonly deallocate: (credit: Stored<Credit>) => Refusal | undefined;
  };
  /** What else may keep it from being used. @throws DomainError */
  readonly check?: (world: World, credit: Stored<Credit>, charges: Charges<Charge>) => void;
  readonly view: (credit: Stored<Credit>) => unknown;
}

/** What follows of settling documents in a foreign currency, or of undoing that. */
type Follows<Credit> = (
  world: World,
  credit: Credit,
  settled: { readonly settlements: readonly Settlement[]; readonly date: IsoDate },
) => Promise<readonly Change[]>;

/** The allocations of one side, as commands: the same for receipts, payments and the credit notes of both. */
export function allocationsOf<Charge extends Dated, Credits extends Dated>(ledger: Subledger<Charge, Credits>, follows: Follows<Credits>) {
  const { field } = ledger;
  const idOf = (one: Requested[number]): string => (one as unknown as Path)[field] ?? '';
  const allotments = (requested: Requested = []): Allotment[] =>
    requested.map((one) => ({ id: idOf(one), amount: one.amount.minor, currency: one.amount.currency }));
  /** The charges that a request names, in its order. */
  const charges = (requested: Requested = []): Read<Charges<Charge>> => several(ledger.charges as never, requested.map(idOf));

  return {
    allotments,
    charges,
    allocate: <A extends ActionSpec, Credit extends Credits>(action: A, kind: CreditKind<Credit, Charge>): Command<A> =>
      command(
        action as ActionSpec,
        on(
          kind.type as never,
          (path) => (path as unknown as Path)[kind.id] ?? '',
          ({ body }) => ({ charges: charges((body as never as Asked).allocations) }),
        ),
        async (world, subject) => {
          const credit = subject as unknown as Stored<Credit>;
          const { date = world.today, allocations } = world.body as unknown as Asked;
          throwIf(kind.rules.allocate(credit));
          kind.check?.(world, credit, world.charges);
          notBeforeAny(date, [credit, ...world.charges]);
          const { credit: after, changes, settlements } = ledger.allocate(credit, allotments(allocations), world.charges, date);
          return [update(kind.type, credit, after), ...changes, ...(await follows(world, credit, { settlements, date }))] as never;
        },
        kind.view as never,
      ) as never,
    deallocate: <A extends ActionSpec, Credit extends Credits>(action: A, kind: CreditKind<Credit, Charge>): Command<A> =>
      command(
        action as ActionSpec,
        on(
          kind.type as never,
          (path) => (path as unknown as Path)[kind.id] ?? '',
          ({ path }) => ({
            charge: required<Charge>(ledger.charges, (path as unknown as Path)[field] ?? '', `path.${field}`),
          }),
        ),
        async (world, subject) => {
          const credit = subject as unknown as Stored<Credit>;
          const { date = world.today } = world.body as unknown as Asked;
          throwIf(kind.rules.deallocate(credit));
          notBeforeAny(date, [credit, world.charge]);
          const { credit: after, change, settlements } = ledger.deallocate(credit, world.charge, date);
          return [update(kind.type, credit, after), change, ...(await follows(world, credit, { settlements, date }))] as never;
        },
        kind.view as never,
      ) as never,
  };
}

interface Asked {
  readonly date?: IsoDate;
  readonly allocations: Requested;
}

import type { RunPayment, StoredRun } from '#domain/finance/treasury/payment-run.ts';
import type { Change, RecordType, Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { PostingSession } from '../service.ts';

/** What a posted payment says of where it comes from. */
export interface RunMoney {
  readonly paymentRunId?: string;
}

/**
 * What differs between money that leaves and money that comes in: whose documents a run holds, and what it posts. All else
 * (batches, crashes, approvals, file, execution) is the run's.
 */
export interface RunSide {
  /** What a payment becomes in the books: the first one of a batch says that it is done. */
  readonly money: RecordType<RunMoney>;
  /** Changes of a payment beside its documents. */
  readonly extra: number;
  /** The documents of some payments become the run's. @throws DomainError `document.in_run`, `payment_run.changed` (422). */
  reserve(records: Records, runId: string, payments: readonly RunPayment[]): Promise<Change[]>;
  /** The documents of some payments that are the run's still are free again. */
  free(records: Records, runId: string, payments: readonly RunPayment[]): Promise<Change[]>;
  /** What the bank has carried out, with its entries. */
  settle(
    records: Records,
    run: StoredRun,
    payments: readonly RunPayment[],
    world: { readonly posting: PostingSession; readonly idOf: (no: number) => string },
  ): Promise<Change[]>;
}

/** Records by id, those that there are. */
export const byId = <T>(found: readonly (Stored<T> | undefined)[]): Map<string, Stored<T>> =>
  new Map(found.flatMap((record) => (record ? [[record.id, record] as const] : [])));

/** Ids of the documents of some payments. */
export const idsOf = (payments: readonly RunPayment[], of: 'charges' | 'credits'): string[] =>
  payments.flatMap((payment) => payment[of].map(({ id }) => id));

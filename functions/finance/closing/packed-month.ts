import type { CheckId } from '#domain/finance/closing/check.ts';
import type { CloseCheck } from '#domain/finance/closing/close-check.ts';
import type { StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';

/** A month that is locked, with the checks that it was locked by. */
export interface PackedMonth {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly today: IsoDate;
  readonly close: StoredMonthClose & { readonly lockedAt: string; readonly closedOn: string };
  readonly checks: ReadonlyMap<CheckId, CloseCheck>;
}

import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { PayoutRule } from '#domain/finance/receivables/payout.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { PlannedDocument } from '#domain/sales/imports/plan.ts';
import type { ImportProfile } from '#domain/sales/imports/profiles.ts';
import type { Head } from '#domain/sales/imports/rows.ts';
import type { CreatedRecords, StoredShopDocument } from '#domain/sales/imports/shop-document.ts';
import { dateIn, type IsoDate } from '#kernel/date.ts';
import type { Params } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Change } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { MasterData } from './master-data.ts';

/** A document that is being taken. */
export interface DocumentImport {
  readonly importId: string;
  /** When the import was made. ISO instant. */
  readonly importedAt: string;
  readonly document: PlannedDocument & { readonly head: Head };
  readonly profile: ImportProfile;
  readonly company: StoredCompany;
  readonly customer: StoredCustomer;
  readonly masters: MasterData;
  /** What is known of it: nothing, that it was begun, or that it was refused. */
  readonly existing: StoredShopDocument | undefined;
  /** Saves what it became, in the transaction that makes it so. */
  readonly save: (created: CreatedRecords) => Change;
  /** Says that it has begun, before the first transaction of several. */
  readonly begin: () => Change;
  /** Whether its credit may be made now. @param paidBack what leaves with it, in minor units. */
  readonly approveCredit: (paidBack: Minor) => CreditApproval;
  /** The id of what is made of it: the same whenever, and by whichever import, it is taken. */
  readonly idOf: (prefix: string, part?: string) => string;
}

/** The company's business date: what a file says to come has not happened. */
export const importDay = ({ stamp }: Records, { company }: Pick<DocumentImport, 'company'>): IsoDate => dateIn(company.timeZone, stamp.at);

/** A rule stands against the document. Nothing of it was taken. */
export interface DocumentRefusal {
  readonly code: string;
  readonly message: string;
  readonly params?: Params;
}
/** A return that may be taken, with the rules of payments that are broken by it; or why it has to wait. */
export type CreditApproval = { readonly overrides: readonly PayoutRule[] } | { readonly waits: DocumentRefusal };

export const isRefusal = (result: CreatedRecords | DocumentRefusal): result is DocumentRefusal => 'code' in result;

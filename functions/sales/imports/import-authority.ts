import { brokenRules, refusalOfPayout } from '#domain/finance/receivables/payout.ts';
import { APPROVAL, type ImportStanding, type StoredImport } from '#domain/sales/imports/import.ts';
import type { StoredShopDocument } from '#domain/sales/imports/shop-document.ts';
import type { Minor } from '#kernel/money.ts';
import { isSensitive, type Permission } from '#kernel/permission.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { WORKER } from '#runtime/record-item.ts';
import type { Records } from '#runtime/records.ts';
import { callerBy } from '../../platform/service.ts';
import type { CreditApproval, DocumentRefusal } from './import-context.ts';

/** For whom an import acts, and what it may do in their name. */
export interface Authority {
  /** Address of whoever made the import; `workflow` of a file that was dropped into the bucket, which may do less than anybody. */
  readonly by: string;
  may(permission: Permission): boolean;
}

/** What whoever made the import may do now. */
export async function authorityOf(records: Records, { history }: StoredImport): Promise<Authority> {
  const by = history[0]?.by ?? '';
  const caller = await callerBy(records, by);
  const allowed = (permission: Permission) =>
    caller !== undefined && may(caller, permission) && !(caller.lacksSecondFactor && isSensitive(permission));
  return { by, may: allowed };
}

/** What a return asks for: to credit, and to pay back at once where its customer is a walk-in. */
export interface ReturnCredit {
  readonly digest: string;
  /** Minor units; 0 where the credit stays open. */
  readonly paidBack: Minor;
  /** The company's limit of payments that not everybody makes. */
  readonly limit: Minor | undefined;
  /** What is known of the document. */
  readonly existing: StoredShopDocument | undefined;
}

/**
 * Whether a return is taken or waits for somebody else: as for every credit note and refund, and no money leaves by one person
 * alone. Who brought the document first has asked for it; another who may pay it back agrees by importing it as it was.
 */
export function approveCredit(authority: Authority, { digest, paidBack, limit, existing }: ReturnCredit): CreditApproval {
  if (!authority.may('invoices.credit')) return { waits: waitsFor('invoices.credit') };
  if (paidBack === 0) return { overrides: [] };
  const asked = existing?.refusal?.code === APPROVAL && existing.digest === digest ? existing.history.at(-1)?.by : authority.by;
  // What nobody asked for has not two people either.
  const payout = { makers: [!asked || asked === WORKER ? authority.by : asked], total: paidBack, limit };
  const payer = { email: authority.by, mayPayAlone: authority.may('payments.alone') };
  if (!authority.may('payments.refund') || refusalOfPayout(payout, payer, 'body')) return { waits: waitsFor('payments.refund') };
  return { overrides: brokenRules(payout, payer) };
}

const waitsFor = (permission: Permission): DocumentRefusal => ({
  code: APPROVAL,
  message: 'The return credits or pays back money: somebody else who may do that has to approve the import.',
  params: { permission },
});

/** An import as its approval sees it. */
export const approvalOf = (caller: Caller, record: StoredImport): ImportStanding => ({
  status: record.status,
  waiting: record.tally.reasons[APPROVAL] ?? 0,
  approvedIn: record.approvedIn,
  samePerson: [caller.email, WORKER].includes(record.history[0]?.by ?? '') && !may(caller, 'payments.alone'),
});

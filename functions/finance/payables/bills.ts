import type * as z from 'zod/mini';
import { payables } from '#api/finance/payables.ts';
import { oneCurrency } from '#domain/finance/currencies/exchange-rate.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import type { ReversalInput } from '#domain/finance/open-items/money-wire.ts';
import { BillNumbers, type PaperKind, paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { requireTakers } from '#domain/finance/open-items/payable.ts';
import { reversePaper } from '#domain/finance/open-items/supplier-reversal.ts';
import { billActions, PAYABLES, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { newBill, newCredit, requireFree } from '#domain/finance/payables/purchase.ts';
import {
  type BillInput,
  type PurchaseDocument,
  type PurchaseInput,
  type StoredBill,
  type SupplierBill,
  SupplierBills,
  SupplierCredits,
  withCredit,
} from '#domain/finance/payables/supplier-bill.ts';
import { billView, supplierCreditView } from '#domain/finance/payables/wire.ts';
import { ReceiptMatching, withoutDocument } from '#domain/finance/received-goods/receipt-match.ts';
import { receiptsOf } from '#domain/finance/received-goods/receipt-part.ts';
import { type StoredSupplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { correctedPeriodOf } from '#domain/finance/tax/corrected-period.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { withholdingAtOf } from '#domain/finance/tax/withheld-parts.ts';
import { GoodsReceipts } from '#domain/inventory/events.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import { throwIf } from '#kernel/errors.ts';
import { defaultDimensions } from '#kernel/line-dimensions.ts';
import { type Change, type Changes, create, type RecordType, remove, type Stored, update } from '#kernel/record.ts';
import { claims, on } from '#runtime/action.ts';
import { optional, required } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { allocationsOf } from '../allocations.ts';
import { withDimensions } from '../analysis/dimensions.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { enterDocument, releaseDocuments } from '../entered-documents.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { periodsOf } from '../ledger/period-store.ts';
import { openPosting, type PostingSession } from '../ledger/posting-session.ts';
import { paperId, papersKnown } from '../paper-numbers.ts';
import { payerOf } from '../receivables/payout.ts';
import { readReceipts } from './received-goods.ts';

/** What a bill is entered with, by whoever: a person, or the program for a company that lets it. */
type BillWorld = Pick<World, 'records' | 'today'> &
  Partial<Pick<World, 'caller'>> & { readonly company: Pick<CompanyData, 'policies' | 'fiscalYears'> };

/** A paper as it is entered. */
interface Paper<I extends PurchaseInput = PurchaseInput> {
  readonly body: I;
  readonly supplier: StoredSupplier;
  /** What of its number was claimed before documents had their numbers as ids. */
  readonly claim?: Stored<{ readonly documentId: string }> | undefined;
  /** The posting of a larger action, opened for the register. */
  readonly within?: PostingSession;
}

const numberOf = (kind: PaperKind, body: PurchaseInput): string => paperNumber(kind, body.supplierId, body);
/** A command that enters a paper makes the document with its number. */
const claimsNumber = (kind: PaperKind) => ({
  id: ({ tenant, body }: { readonly tenant: string; readonly body: PurchaseInput }, takers: number) =>
    paperId(tenant, kind, numberOf(kind, body), takers),
  gaveUp: ({ reversal }: PurchaseDocument) => reversal !== undefined,
});
const received = (kind: PaperKind, body: PurchaseInput) => ({
  supplier: required(Suppliers, body.supplierId, 'body.supplierId'),
  claim: optional(BillNumbers, numberOf(kind, body)),
});

/** Nothing has the number of a paper: of its supplier, or of whoever claimed or billed it under the same tax id. @throws DomainError `bill.twice` (422). */
export async function requireNew(
  kind: PaperKind,
  { records, body, supplier, claim }: Pick<World, 'records'> & Paper,
  holder: { readonly id?: string } | undefined,
) {
  requireFree(body, holder?.id ?? claim?.documentId);
  const { id: supplierId, taxId } = supplier;
  const [elsewhere] = await papersKnown(records, kind, [{ ...body, supplierId, taxId }], 1);
  requireFree(body, elsewhere?.takenBy?.id);
}

/**
 * What the books need to take a paper: the posting of the day on which it came, accounts that there are, the rate of its own day (its
 * tax is due on that, Ley 37/1992 art. 79.Once; what it corrects keeps its own), its goods and document, and lines as its supplier's are.
 */
async function takenIn<I extends PurchaseInput>(world: BillWorld, id: string, paper: Paper<I>, bill?: StoredBill) {
  const { records, today, caller, company } = world;
  const { body, supplier, within } = paper;
  const { receivedOn: date = today, lines: told, ...rest } = body;
  const accounts = told.map(({ receipt, account = receipt ? ACCOUNT.goodsReceivedNotInvoiced : supplier.expenseAccount }) => account);
  const known = accounts.every((account) => account !== undefined) ? (accounts as string[]) : [];
  const currency = oneCurrency({ lines: told, ...rest });
  const [posting, exchange, receipts, lines, entered] = await Promise.all([
    within ?? openPosting(records, { date, today, document: REGISTER, ...(caller ? { caller } : {}), field: 'body.receivedOn' }),
    bill?.foreign ? { ...bill.foreign, date: bill.foreign.rateOf, currency } : exchangeFor(records, { ...rest, currency }),
    readReceipts(records, body),
    withDimensions(records, told, ({ receipt }) => (receipt ? [] : defaultDimensions(supplier))),
    enterDocument(records, body.documentId, { caller, holder: id }),
    requireAccounts(records, known, date),
  ]);
  const withholdingAt = (code: string) => withholdingAtOf(company.policies, code);
  return { posting, receipts, entered, received: { supplier, input: { ...body, lines }, exchange, withholdingAt } };
}

interface BillPaper extends Paper<z.output<typeof BillInput>> {
  /** Nobody has looked at it, and it waits for a person, whatever its total. Who brought its document, where that was a person. */
  readonly drafted?: Pick<SupplierBill, 'broughtBy'>;
}

/** A bill with all that it changes, but for the posting that it is entered within. @throws DomainError as {@link newBill}. */
export async function enterBill(world: BillWorld, id: string, paper: BillPaper): Promise<Changes<SupplierBill>> {
  const { posting, receipts, entered, received: how } = await takenIn(world, id, paper);
  const { drafted, within, supplier } = paper;
  const { billApprovalLimit: limit, matchPercent: percent, matchAmount: amount } = world.company.policies;
  const matching = new ReceiptMatching(id, receipts, { supplierId: supplier.id, tolerances: { percent, amount } });
  const bill = newBill(posting, supplier, how.input, { ...how, limit, isAutomatic: drafted !== undefined, matching });
  posting.name(id);
  return [create(SupplierBills, id, { ...bill, ...drafted }), ...entered, ...matching.changes(), ...(within ? [] : posting.changes())];
}

export const recordSupplierBill = command(
  payables.actions.recordSupplierBill,
  claims(SupplierBills, claimsNumber('bil'), ({ body }) => received('bil', body)),
  async (world, holder) => {
    await requireNew('bil', world, holder);
    return enterBill(world, world.newId('bil'), world);
  },
  (bill, { today }) => billView(bill, today),
);

export const recordSupplierCreditNote = command(
  payables.actions.recordSupplierCreditNote,
  claims(SupplierCredits, claimsNumber('scn'), ({ body }) => ({
    ...received('scn', body),
    bill: optional(SupplierBills, body.corrects, 'body.corrects'),
  })),
  async (world, holder) => {
    const { body, bill } = world;
    await requireNew('scn', world, holder);
    const id = world.newId('scn');
    const { posting, receipts, entered, received: how } = await takenIn(world, id, world, bill);
    const matching = new ReceiptMatching(id, receipts, { billId: bill?.id });
    const { settlements = [], ...credit } = newCredit(posting, id, { ...how, bill, matching });
    const [firstMonth = ''] = periodsOf(world.company.fiscalYears);
    const note = { ...credit.note, ...correctedPeriodOf(body, credit.note, bill, firstMonth) };
    const corrected = bill && credit.bill ? [update<SupplierBill>(SupplierBills, bill, credit.bill)] : [];
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: note, posting });
    return [create(SupplierCredits, id, note), ...entered, ...corrected, ...differences, ...matching.changes(), ...posting.changes()];
  },
  supplierCreditView,
);

export const approveSupplierBill = command(
  payables.actions.approveSupplierBill,
  on(SupplierBills, (path) => path.billId),
  ({ caller, today }, bill) => {
    throwIf(billActions.approveSupplierBill({ ...bill, asker: payerOf(caller) }));
    return [update(SupplierBills, bill, { ...bill, approval: { by: caller.email, on: today } })];
  },
  (bill, { today }) => billView(bill, today),
);

/** As it is asked for; within the posting of a larger action. */
type TakenBack = z.output<typeof ReversalInput> & { readonly within?: PostingSession };

/** What takes a document back, its own change first: its entry, its goods to be billed again, and its number that is free. */
async function takenBack<D extends PurchaseDocument>(
  { records, today, caller, newId }: World,
  type: RecordType<D>,
  document: Stored<D>,
  { date = today, reason, within }: TakenBack,
): Promise<readonly [Change<D>, ...Change[]]> {
  const [id, kind] = [newId('prv', within && document.id), type.prefix as PaperKind];
  const [posting, claim, receipts, freed] = await Promise.all([
    within ?? openPosting(records, { date, today, document: id, caller }),
    records.get(BillNumbers, paperNumber(kind, document.supplierId, document)),
    records.getMany(GoodsReceipts, receiptsOf(document)),
    releaseDocuments(records, [document.documentId], document.id),
  ]);
  const found = receipts.filter((receipt) => receipt !== undefined);
  return [
    ...reversePaper(type, posting, document, { id, reason, sign: kind === 'scn' ? -1 : 1 }),
    ...(claim?.documentId === document.id ? [remove(BillNumbers, claim)] : []),
    ...freed,
    ...withoutDocument(found, document.id),
    ...(within ? [] : posting.changes()),
  ];
}

/** What reverses a bill, its own change first. @throws DomainError as {@link billActions}, `reversal.too_early`, `period.…` (422). */
export function takeBillBack(world: World, bill: StoredBill, back: TakenBack) {
  throwIf(billActions.reverseSupplierBill(bill));
  return takenBack(world, SupplierBills, bill, back);
}

export const reverseSupplierBill = command(
  payables.actions.reverseSupplierBill,
  on(SupplierBills, (path) => path.billId),
  (world, bill) => takeBillBack(world, bill, world.body),
  (bill, { today }) => billView(bill, today),
);

export const reverseSupplierCreditNote = command(
  payables.actions.reverseSupplierCreditNote,
  on(SupplierCredits, (path) => path.supplierCreditNoteId),
  async (world, note) => {
    throwIf(supplierCreditActions.reverseSupplierCreditNote(note));
    const [changes, bill] = await Promise.all([
      takenBack(world, SupplierCredits, note, world.body),
      note.corrects ? world.records.get(SupplierBills, note.corrects) : undefined,
    ]);
    return [...changes, ...(bill ? [update(SupplierBills, bill, withCredit(bill, note, -1))] : [])];
  },
  supplierCreditView,
);

/** What payments and credit notes of suppliers are used on. */
export const BILLS = allocationsOf(PAYABLES, (world, document, settled) =>
  differenceChanges(world, { side: 'payable', document, ...settled }),
);

const CREDIT_NOTE = {
  type: SupplierCredits,
  id: 'supplierCreditNoteId',
  rules: { allocate: supplierCreditActions.allocateSupplierCreditNote, deallocate: supplierCreditActions.deallocateSupplierCreditNote },
  check: (_: World, _note: object, charges: readonly (StoredBill | undefined)[]) => requireTakers(charges, 'credit'),
  view: supplierCreditView,
};
export const allocateSupplierCreditNote = BILLS.allocate(payables.actions.allocateSupplierCreditNote, CREDIT_NOTE);
export const deallocateSupplierCreditNote = BILLS.deallocate(payables.actions.deallocateSupplierCreditNote, CREDIT_NOTE);

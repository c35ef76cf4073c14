import type * as z from 'zod/mini';
import { payables } from '#api/finance/payables.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { BillNumbers, numbersOf, paperNumber } from '#domain/finance/payables/paper-number.ts';
import { billActions, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { PayablesReversals } from '#domain/finance/payables/payables-reversal.ts';
import { currencyIn, newBill, newCredit, requireFree, reversalOf, takenBack } from '#domain/finance/payables/purchase.ts';
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
import { type StoredSupplier, Suppliers, SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import { correctedPeriodOf } from '#domain/finance/tax/corrected-period.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { withholdingAtOf } from '#domain/finance/tax/withheld-parts.ts';
import { GoodsReceipts } from '#domain/inventory/events.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { defaultDimensions } from '#kernel/line-dimensions.ts';
import { type Change, type Changes, create, remove, type Stored, update } from '#kernel/record.ts';
import { claims, on } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { optional, required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { withDimensions } from '../analysis/dimensions.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { exchangeFor } from '../currencies/rates.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { periodsOf } from '../ledger/period-store.ts';
import { openPosting, type PostingSession } from '../ledger/posting-session.ts';
import { payerOf } from '../receivables/payout.ts';
import { claimsNumber, earlierClaim, readNumbers } from './paper-numbers.ts';
import { readReceipts } from './received-goods.ts';

interface World {
  readonly records: Records;
  readonly today: IsoDate;
  readonly caller: Caller;
  newId(prefix: string, part?: string): string;
}

/** The posting of what came in: on the day on which it came, to accounts that there are. */
async function openReceived(
  { records, today, caller }: Pick<BillWorld, 'records' | 'today' | 'caller'>,
  input: PurchaseInput,
  supplier: StoredSupplier,
  open?: PostingSession,
) {
  const date = input.receivedOn ?? today;
  const accounts = input.lines.map(
    ({ receipt, account = receipt ? ACCOUNT.goodsReceivedNotInvoiced : supplier.expenseAccount }) => account,
  );
  const known = accounts.every((account) => account !== undefined) ? (accounts as string[]) : [];
  const [posting] = await Promise.all([
    open ?? openPosting(records, { date, today, document: REGISTER, caller, field: 'body.receivedOn' }),
    requireAccounts(records, known, date),
  ]);
  return posting;
}

/** A paper whose lines have what its supplier gives them; what goods cost is told of where they are sold. */
const dimensioned = async <I extends PurchaseInput>(
  { records }: Pick<World, 'records'>,
  input: I,
  supplier: StoredSupplier,
): Promise<I> => ({
  ...input,
  lines: await withDimensions(records, input.lines, ({ receipt }) => (receipt ? [] : defaultDimensions(supplier))),
});

/** At which rate a paper is entered: of its own day, since its tax is due on that (Ley 37/1992 art. 79.Once). */
const exchangeOf = ({ records }: Pick<World, 'records'>, input: PurchaseInput) =>
  exchangeFor(records, { currency: currencyIn(input), rate: input.rate, date: input.date });

const received = (kind: 'bil' | 'scn', body: PurchaseInput) => ({
  supplier: required(Suppliers, body.supplierId, 'body.supplierId'),
  claim: earlierClaim(kind, body),
});

/** What a paper is entered with: its supplier, and what of its number is known. */
interface Entered {
  readonly body: PurchaseInput;
  readonly supplier: StoredSupplier;
  readonly claim: Stored<{ readonly documentId: string }> | undefined;
}

/** Nothing has the number of a paper: of its supplier, or of whoever claimed or billed it under the same tax id. @throws DomainError `bill.twice` (422). */
export async function requireNew(
  kind: 'bil' | 'scn',
  { records, body, supplier, claim }: Pick<World, 'records'> & Entered,
  holder: { readonly id?: string } | undefined,
) {
  requireFree(body, (holder as Stored<PurchaseDocument> | undefined) ?? (claim && { id: claim.documentId }));
  const key = supplierTaxId(supplier.taxId);
  if (key === undefined) return;
  const taxIdHolder = await records.get(SupplierTaxIds, key);
  const [, ...others] = numbersOf(kind, body, { supplierId: supplier.id, taxId: supplier.taxId, holder: taxIdHolder });
  const found = await readNumbers(records, kind, others);
  requireFree(body, found.find(({ takenBy }) => takenBy)?.takenBy);
}

/** When what is withheld with a code is declared, as the company has decided. */
const declaredAt =
  ({ company }: { readonly company: Pick<CompanyData, 'policies'> }) =>
  (code: string) =>
    withholdingAtOf(company.policies, code);

/** What a bill is entered with, by whoever: a person, or the program for a company that lets it. */
type BillWorld = Omit<World, 'caller' | 'newId'> & {
  readonly caller?: Caller | undefined;
  readonly company: Pick<CompanyData, 'policies'>;
};

/** Of a bill that the program entered: who brought its document, where that was a person. */
type Drafted = Pick<SupplierBill, 'broughtBy'>;

interface BillRequest {
  readonly body: z.output<typeof BillInput>;
  readonly supplier: StoredSupplier;
  /** Nobody has looked at it: it waits for a person, whatever its total. */
  readonly drafted?: Drafted;
  /** The posting of a larger action, opened for the register. */
  readonly within?: PostingSession;
}

/**
 * A bill with all that it changes, but for the posting that it is entered within.
 * @throws DomainError as {@link newBill}.
 */
export async function enterBill(
  world: BillWorld,
  id: string,
  { body, supplier, drafted, within }: BillRequest,
): Promise<Changes<SupplierBill>> {
  const [posting, exchange, receipts, input] = await Promise.all([
    openReceived(world, body, supplier, within),
    exchangeOf(world, body),
    readReceipts(world.records, body),
    dimensioned(world, body, supplier),
  ]);
  const { billApprovalLimit: limit, matchPercent: percent, matchAmount: amount } = world.company.policies;
  const matching = new ReceiptMatching(id, receipts, { supplierId: supplier.id, tolerances: { percent, amount } });
  const bill = newBill(posting, supplier, input, {
    limit,
    isAutomatic: drafted !== undefined,
    exchange,
    matching,
    withholdingAt: declaredAt(world),
  });
  return [create(SupplierBills, id, { ...bill, ...drafted }), ...matching.changes(), ...(within ? [] : posting.changes())];
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
  claims(SupplierCredits, claimsNumber('scn'), ({ body }) => ({ ...received('scn', body), bill: optional(SupplierBills, body.corrects) })),
  async (world, holder) => {
    const { body, supplier, bill } = world;
    if (body.corrects && !bill) throw notFound(SupplierBills.kind, body.corrects, 'body.corrects');
    await requireNew('scn', world, holder);
    const id = world.newId('scn');
    const [posting, told, receipts, input] = await Promise.all([
      openReceived(world, body, supplier),
      bill?.foreign ? undefined : exchangeOf(world, body),
      readReceipts(world.records, body),
      dimensioned(world, body, supplier),
    ]);
    // What it corrects was entered at its own rate, and is given back at that.
    const exchange = bill?.foreign ? { ...bill.foreign, date: bill.foreign.rateOf, currency: currencyIn(body) } : told;
    const matching = new ReceiptMatching(id, receipts, { billId: bill?.id });
    const credit = newCredit(posting, id, { supplier, input, bill, exchange, matching, withholdingAt: declaredAt(world) });
    const [firstMonth = ''] = periodsOf(world.company.fiscalYears);
    const note = { ...credit.note, ...correctedPeriodOf(body, credit.note, bill, firstMonth) };
    const corrected = bill && credit.bill ? [update(SupplierBills, bill, credit.bill as typeof bill)] : [];
    const { settlements = [] } = credit;
    const differences = await differenceChanges(world, { side: 'payable', settlements, document: note, posting });
    return [create(SupplierCredits, id, note), ...corrected, ...differences, ...matching.changes(), ...posting.changes()];
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

interface TakenBack {
  readonly date?: IsoDate | undefined;
  readonly reason: string;
  /** The posting of a larger action. */
  readonly within?: PostingSession;
}

/** What takes a document back, beside the document itself: its entry, and its number that is free again. */
async function takeBack(
  { records, today, caller, newId }: World,
  { date = today, reason, within }: TakenBack,
  document: Stored<PurchaseDocument>,
  kind: 'bil' | 'scn',
) {
  const id = newId('prv', within && document.id);
  const [posting, claim, receipts] = await Promise.all([
    within ?? openPosting(records, { date, today, document: id, caller }),
    records.get(BillNumbers, paperNumber(kind, document.supplierId, document)),
    records.getMany(GoodsReceipts, receiptsOf(document)),
  ]);
  const reversal = reversalOf(posting, document, reason);
  const changes: Change[] = [
    create(PayablesReversals, id, reversal),
    ...(claim?.documentId === document.id ? [remove(BillNumbers, claim)] : []),
    ...withoutDocument(
      receipts.filter((receipt) => receipt !== undefined),
      document.id,
    ),
    ...(within ? [] : posting.changes()),
  ];
  return { id, reversal, changes };
}

/** What reverses a bill, its own change first. @throws DomainError as {@link billActions}, `reversal.too_early`, `period.…` (422). */
export async function takeBillBack(world: World, bill: StoredBill, back: TakenBack): Promise<Changes<SupplierBill>> {
  throwIf(billActions.reverseSupplierBill(bill));
  const { id, reversal, changes } = await takeBack(world, back, bill, 'bil');
  return [update<SupplierBill>(SupplierBills, bill, takenBack(bill, id, reversal)), ...changes];
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
    const [{ id, reversal, changes }, bill] = await Promise.all([
      takeBack(world, world.body, note, 'scn'),
      note.corrects ? world.records.get(SupplierBills, note.corrects) : undefined,
    ]);
    const restored = bill ? [update(SupplierBills, bill, withCredit(bill, note, -1))] : [];
    return [update(SupplierCredits, note, takenBack(note, id, reversal) as typeof note), ...changes, ...restored];
  },
  supplierCreditView,
);

import { expenses } from '#api/finance/expenses.ts';
import { type ClaimPaper, claimBill, papersOf } from '#domain/finance/expenses/claim-bills.ts';
import {
  type ClaimInput,
  claimActions,
  claimView,
  documentsOfClaim,
  ExpenseClaims,
  newClaim,
  type StoredClaim,
} from '#domain/finance/expenses/expense-claim.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { BillNumbers } from '#domain/finance/open-items/paper-number.ts';
import { reversePaper } from '#domain/finance/open-items/supplier-reversal.ts';
import { refusalOfReversal } from '#domain/finance/payables/payables-actions.ts';

import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { isEmployee, type StoredSupplier, type Supplier, Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { REGISTER } from '#domain/finance/tax/received-register.ts';
import { Members } from '#domain/platform/members/member.ts';
import { assertDefined } from '#kernel/assert.ts';
import { forbidden, invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Change, create, createNext, remove, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { may } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { optional } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { requireDimensions } from '../analysis/dimensions.ts';
import type { World } from '../currencies/differences.ts';
import { enterReceipts, releaseDocuments } from '../entered-documents.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { numbersKnown, papersKnown } from '../paper-numbers.ts';
import { openPosting } from '../service.ts';

const { actions } = expenses;
const inPath = ({ claimId }: { readonly claimId: string }) => claimId;

/**
 * No invoice is entered twice: by two employees, as the supplier's bill too, or with two dates in one claim. @returns the ids that claim their numbers.
 * @throws DomainError `bill.twice` (422).
 */
async function requireNew(records: Records, claimId: string, papers: readonly ClaimPaper[]): Promise<readonly (string | undefined)[]> {
  const known = await papersKnown(records, 'bil', papers.map(paperOf));
  const ids = known.map(({ id }) => id);
  const again = ids.findIndex((id, i) => id !== undefined && ids.indexOf(id) !== i);
  if (again >= 0) throw enteredAlready(papers[again]?.invoice?.number, claimId);
  const taken = known.findIndex(({ takenBy }) => takenBy);
  if (taken >= 0) throw enteredAlready(papers[taken]?.invoice?.number, known[taken]?.takenBy?.id);
  return ids;
}

const paperOf = ({ invoice, date }: ClaimPaper) => invoice && { taxId: invoice.taxId, reference: invoice.number, date };

const enteredAlready = (reference = '', document = '') =>
  refused(
    'bill.twice',
    `The invoice ${reference} of that year has been entered already: ${document}. Reject the claim, or reverse that one.`,
    'path.claimId',
    { reference, document },
  );

/** A member of the company as a creditor: always the same record. */
const employeeIdOf = (tenant: string, email: string): string => idFrom('sup', tenant, 'employee', email.toLowerCase());

/** The caller as a creditor: made with their first claim. */
async function ownCreditor({ records, caller, today }: World, { iban }: Pick<ClaimInput, 'iban'>) {
  const id = employeeIdOf(records.tenant, caller.email);
  const [found, member] = await Promise.all([
    records.get(Suppliers, id),
    caller.memberId ? records.get(Members, caller.memberId) : undefined,
  ]);
  if (found) {
    if (iban !== undefined && iban !== found.iban)
      throw refused('expense.iban', 'Your account is known already: ask whoever enters suppliers to change it.', 'body.iban');
    return { employee: found, changes: [] };
  }
  const data: Supplier = {
    ...{ name: member?.name ?? caller.email, email: caller.email, paymentDays: 0, account: ACCOUNT.expensesPayable, taxCode: 'EXENTO' },
    ...(iban === undefined ? {} : { iban, ibanChangedBy: caller.email, ibanChangedOn: today }),
  };
  return { employee: { id, ...data }, changes: [createNext(Suppliers, id, data)] };
}

/** Whose claim it is: the caller's own, or, for whoever enters bills, that of an employee. */
async function creditorOf(world: World, body: ClaimInput, named: StoredSupplier | undefined) {
  if (body.employeeId === undefined) return ownCreditor(world, body);
  if (!may(world.caller, 'payables.write'))
    throw forbidden(
      'expense.others',
      'Expenses of others are entered by whoever enters bills: leave the employee out for your own.',
      'body.employeeId',
    );
  const employee = assertDefined(named, body.employeeId);
  if (!isEmployee(employee))
    throw invalid(
      'expense.employee',
      `${employee.name} is no employee: take a creditor on account ${ACCOUNT.expensesPayable}.`,
      'body.employeeId',
      {
        name: employee.name,
      },
    );
  if (body.iban !== undefined) throw refused('expense.iban', 'Change the account on the page of the employee.', 'body.iban');
  return { employee, changes: [] as Change[] };
}

export const submitExpenseClaim = command(
  actions.submitExpenseClaim,
  creates(ExpenseClaims, 'exc', ({ body }) => ({ named: optional(Suppliers, body.employeeId) })),
  async (world) => {
    const { body, named, records, today, caller, company, newId } = world;
    if (body.employeeId && !named)
      throw invalid('supplier.not_found', `There is no employee ${body.employeeId}.`, 'body.employeeId', { id: body.employeeId });
    const { employee, changes } = await creditorOf(world, body, named);
    const claim = newClaim(body, { employee, by: caller.email, today, mileageRate: company.policies.mileageRate });
    const claimId = newId('exc');
    const [documents] = await Promise.all([
      enterReceipts(records, body.lines, { caller, holder: claimId }),
      requireAccounts(records, [...new Set(claim.lines.map(({ account }) => account))], today),
      requireDimensions(records, body.lines),
    ]);
    return [create(ExpenseClaims, claimId, claim), ...documents, ...changes];
  },
  claimView,
);

export const approveExpenseClaim = command(
  actions.approveExpenseClaim,
  on(ExpenseClaims, inPath),
  async (world, claim) => {
    const { body, records, today, caller, newId } = world;
    throwIf(claimActions.approveExpenseClaim({ ...claim, asker: caller.email }));
    const date = body.date ?? today;
    const papers = papersOf(claim);
    const [employee, posting, ids] = await Promise.all([
      records.getOrThrow(Suppliers, claim.employeeId),
      openPosting(records, { date, today, document: REGISTER, caller }),
      requireNew(records, claim.id, papers),
    ]);
    const bills = papers.map((paper, i) => ({
      id: ids[i] ?? newId('bil', `paper-${i}`),
      bill: claimBill(posting, employee, claim, paper),
    }));
    return [
      update(ExpenseClaims, claim, {
        ...claim,
        ...{ state: 'approved', decided: { by: caller.email, on: today }, billIds: bills.map(({ id }) => id) },
      }),
      ...bills.map(({ id, bill }) => createNext(SupplierBills, id, bill)),
      ...posting.changes(),
    ];
  },
  claimView,
);

const decide = async (
  state: 'rejected' | 'withdrawn',
  { body: { reason }, records, caller, today }: World & { readonly body: { readonly reason: string } },
  claim: StoredClaim,
) =>
  [
    update(ExpenseClaims, claim, { ...claim, state, decided: { by: caller.email, on: today, reason } }),
    ...(await releaseDocuments(records, documentsOfClaim(claim), claim.id)),
  ] as const;

export const rejectExpenseClaim = command(
  actions.rejectExpenseClaim,
  on(ExpenseClaims, inPath),
  (world, claim) => {
    throwIf(claimActions.rejectExpenseClaim({ ...claim, asker: world.caller.email }));
    return decide('rejected', world, claim);
  },
  claimView,
);

export const withdrawExpenseClaim = command(
  actions.withdrawExpenseClaim,
  on(ExpenseClaims, inPath),
  (world, claim) => {
    throwIf(claimActions.withdrawExpenseClaim({ ...claim, asker: world.caller.email }));
    return decide('withdrawn', world, claim);
  },
  claimView,
);

export const reverseExpenseClaim = command(
  actions.reverseExpenseClaim,
  on(ExpenseClaims, inPath),
  async ({ body: { date: told, reason }, records, today, caller, newId }, claim) => {
    throwIf(claimActions.reverseExpenseClaim(claim));
    const date = told ?? today;
    const ids = claim.billIds ?? [];
    const bills = (await records.getMany(SupplierBills, ids)).map((bill, i) => assertDefined(bill, ids[i] ?? ''));
    for (const bill of bills) throwIf(refusalOfReversal(bill));
    const papers = bills.map(({ issuer, date: dated, reference }) => issuer && { taxId: issuer.taxId, reference, date: dated });
    const [posting, numbers] = await Promise.all([
      openPosting(records, { date, today, document: claim.id, caller }),
      numbersKnown(records, 'bil', papers),
    ]);
    const [claims, freed] = await Promise.all([
      records.getMany(BillNumbers, numbers.flat()),
      releaseDocuments(records, documentsOfClaim(claim), claim.id),
    ]);
    const undone = bills.flatMap((bill, i) => reversePaper(SupplierBills, posting, bill, { id: newId('prv', `paper-${i}`), reason }));
    return [
      update(ExpenseClaims, claim, { ...claim, state: 'reversed', reversed: { by: caller.email, on: date, reason } }),
      ...undone,
      ...freed,
      ...claims.flatMap((number) => (number && ids.includes(number.documentId) ? [remove(BillNumbers, number)] : [])),
      ...posting.changes(),
    ];
  },
  claimView,
);

export const handler = serveModule(expenses, {
  submitExpenseClaim,
  approveExpenseClaim,
  rejectExpenseClaim,
  withdrawExpenseClaim,
  reverseExpenseClaim,
});

import { expect, it } from 'vitest';
import { approvalOf, approveCredit } from '../../../../functions/sales/imports/import-authority.ts';
import { APPROVAL, importActions, newImport, type StoredImport } from '../../../../shared/domain/sales/imports/import.ts';
import type { StoredShopDocument } from '../../../../shared/domain/sales/imports/shop-document.ts';
import { grantsOfAll, type Permission } from '../../../../shared/kernel/permission.ts';
import { type Caller, unknownCaller } from '../../../../shared/runtime/caller.ts';

const ANA = 'ana@lumbre.example';
const BEA = 'bea@lumbre.example';
const who = (by: string, ...permissions: Permission[]) => ({ by, may: (permission: Permission) => permissions.includes(permission) });
const waiting = (by: string, digest = 'D') =>
  ({ digest, refusal: { code: APPROVAL, message: '' }, history: [{ by }] }) as unknown as StoredShopDocument;
const asks = (paidBack: number, existing?: StoredShopDocument, limit?: number) => ({ digest: 'D', paidBack, existing: existing, limit });
const permissionOf = (approval: ReturnType<typeof approveCredit>) => ('waits' in approval ? approval.waits.params?.permission : 'imported');
const REFUND = ['invoices.credit', 'payments.refund'] as const;

it('a return needs what credit notes need, and one that pays back what refunds need', () => {
  expect(permissionOf(approveCredit(who(ANA, 'imports.write'), asks(0)))).toBe('invoices.credit');
  expect(permissionOf(approveCredit(who(ANA, 'invoices.credit'), asks(0)))).toBe('imported');
  expect(permissionOf(approveCredit(who(ANA, 'invoices.credit'), asks(100)))).toBe('payments.refund');
  expect(permissionOf(approveCredit(who('workflow'), asks(0)))).toBe('invoices.credit');
});

it('nobody pays back what they asked for, unless they may pay alone, which is kept', () => {
  expect(permissionOf(approveCredit(who(ANA, ...REFUND), asks(100)))).toBe('payments.refund');
  expect(permissionOf(approveCredit(who(ANA, ...REFUND), asks(100, waiting(ANA))))).toBe('payments.refund');
  expect(approveCredit(who(BEA, ...REFUND), asks(100, waiting(ANA)))).toEqual({ overrides: [] });
  expect(approveCredit(who(ANA, ...REFUND, 'payments.alone'), asks(100))).toEqual({ overrides: ['same_person'] });
  // What waits is another content, or what nobody asked for: no second person has agreed to this.
  expect(permissionOf(approveCredit(who(BEA, ...REFUND), asks(100, waiting(ANA, 'E'))))).toBe('payments.refund');
  expect(permissionOf(approveCredit(who(BEA, ...REFUND), asks(100, waiting('workflow'))))).toBe('payments.refund');
});

it('more than the company’s limit is paid by whoever may pay alone', () => {
  expect(permissionOf(approveCredit(who(BEA, ...REFUND), asks(101, waiting(ANA), 100)))).toBe('payments.refund');
  expect(permissionOf(approveCredit(who(BEA, ...REFUND), asks(100, waiting(ANA), 100)))).toBe('imported');
  expect(approveCredit(who(BEA, ...REFUND, 'payments.alone'), asks(101, waiting(ANA), 100))).toEqual({ overrides: ['over_limit'] });
});

it('an import is approved once, when it is done, by somebody else', () => {
  const record = (over: Partial<StoredImport> = {}) => {
    const created = newImport({ profile: 'p', fileName: 'f', key: 'k', date: '2010-12-01', madeAt: 'now' });
    const tally = { ...created.tally, reasons: { [APPROVAL]: 2 } };
    return { ...created, tally, status: 'done', history: [{ by: ANA }], ...over } as unknown as StoredImport;
  };
  const caller = (email: string, ...permissions: Permission[]): Caller => ({
    ...unknownCaller({ tenant: 'lumbre', companies: ['lumbre'], email, sub: '', founds: false }),
    grants: grantsOfAll(permissions),
  });
  const why = (email: string, over: Partial<StoredImport> = {}, ...permissions: Permission[]) =>
    importActions.approveImport(approvalOf(caller(email, ...permissions), record(over)))?.code;
  expect(why(BEA)).toBeUndefined();
  expect(why(ANA)).toBe('import.same_person');
  expect(why(ANA, {}, 'payments.alone')).toBeUndefined();
  expect([why(BEA, { status: 'running' }), why(BEA, { approvedIn: 'imp_2' })]).toEqual(['import.nothing_waits', 'import.nothing_waits']);
  expect(why(BEA, { history: [{ by: 'workflow' }] as never })).toBe('import.same_person');
});

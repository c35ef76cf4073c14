import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, CONTROL_ACCOUNTS } from '../../../../shared/domain/finance/ledger/accounts.ts';
import { PGC, PGC_VALID_FROM, pgcAccount } from '../../../../shared/domain/finance/ledger/chart-pgc.ts';
import { AccountCode, codesAbove, ownAccount } from '../../../../shared/domain/finance/ledger/own-account.ts';
import { SUBGROUPS, subgroupOf } from '../../../../shared/domain/finance/ledger/subgroups-pgc.ts';

describe('the chart of accounts (PGC, RD 1514/2007)', () => {
  it('has each code once, by code, with names in both languages', () => {
    const codes = PGC.map((account) => account.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual([...codes].sort());
    expect(codes.length).toBeGreaterThanOrEqual(110);
    for (const account of PGC) {
      expect(account.name, account.code).toMatch(/\S/);
      expect(account.nameEn, account.code).toMatch(/\S/);
      expect(account.validFrom).toBe(PGC_VALID_FROM);
      expect(AccountCode.safeParse(account.code).success, account.code).toBe(true);
    }
  });

  it('puts every account below one that exists: 6109 below 610, 300 below subgroup 30', () => {
    for (const { code } of PGC) expect(code.length === 3 ? subgroupOf(code) : pgcAccount(code.slice(0, -1)), code).toBeDefined();
    expect(new Set(SUBGROUPS.map((s) => s.code)).size).toBe(SUBGROUPS.length);
  });

  it('gives groups 1 to 5 a balance-sheet type, 6 expense and 7 income', () => {
    for (const { code, type } of PGC) {
      if (code < '6') expect(['asset', 'liability', 'equity'], code).toContain(type);
      else expect(type, code).toBe(code < '7' ? 'expense' : 'income');
    }
  });

  it('has every account that automatic postings use', () => {
    for (const code of [...Object.values(ACCOUNT), ...CONTROL_ACCOUNTS]) expect(pgcAccount(code), code).toBeDefined();
  });
});

describe('an own account', () => {
  it('takes the type of its nearest parent, and may have another of the same side', () => {
    expect(codesAbove('43001')).toEqual(['4300', '430']);
    expect(codesAbove('430')).toEqual([]);
    expect(ownAccount({ code: '43001', name: 'Grandes cuentas' }, pgcAccount('430'))).toEqual({
      code: '43001',
      name: 'Grandes cuentas',
      nameEn: 'Grandes cuentas',
      type: 'asset',
      validFrom: '2008-01-01',
      active: true,
    });
    expect(ownAccount({ code: '5551', name: 'Partidas a cobrar', type: 'asset' }, pgcAccount('555')).type).toBe('asset');
    expect(ownAccount({ code: '227', name: 'Otros' }, undefined).type).toBe('asset');
  });

  it.each([
    [{ code: '430', name: 'X' }, 'account.exists'],
    [{ code: '270', name: 'X' }, 'account.no_parent'],
    [{ code: '6291', name: 'X', type: 'asset' as const }, 'account.type'],
    [{ code: '5721', name: 'X', type: 'income' as const }, 'account.type'],
  ])('is refused: %j', (input, code) => {
    expect(() => ownAccount(input, codesAbove(input.code).map(pgcAccount).find(Boolean))).toThrow(expect.objectContaining({ code }));
  });

  it('has only codes of 3 to 9 digits in groups 1 to 7 above it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-7]\d{2,8}$/), (code) => {
        for (const above of codesAbove(code))
          expect(code.startsWith(above) && above.length < code.length && AccountCode.safeParse(above).success).toBe(true);
      }),
    );
  });
});

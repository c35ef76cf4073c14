import { beforeEach, describe, expect, it } from 'vitest';
import { draft303 } from '../../../../shared/domain/finance/tax/m303.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { exampleQuarter, foldOf } from '../../../support/quarter.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

const boxesOf = (draft: ReturnType<typeof draft303>) =>
  Object.fromEntries(draft.boxes.flatMap(({ box, amount }) => (amount === 0 ? [] : [[box, Number(amount) / 100]])));

describe('a quarter of all kinds of operations', () => {
  it('comes to the boxes of the worked example, and they to 477 and 472', async () => {
    const { tenant, ids } = await exampleQuarter();
    const { taxes, moved } = await foldOf(tenant, ids);
    const draft = draft303(taxes, { 110: 300_00n });
    expect(draft.unassigned).toEqual([]);
    expect(boxesOf(draft)).toEqual({
      '01': 500,
      '03': 20,
      '04': 3_000,
      '06': 300,
      '07': 21_000,
      '09': 4_410,
      10: 1_500,
      11: 315,
      12: 800,
      13: 168,
      14: -400,
      15: -84,
      22: 1_000,
      24: 52,
      27: 5_181,
      28: 10_400,
      29: 2_118,
      30: 4_000,
      31: 840,
      36: 1_500,
      37: 315,
      40: -250,
      41: -52.5,
      45: 3_220.5,
      46: 1_960.5,
      59: 2_500,
      64: 1_960.5,
      66: 1_960.5,
      110: 300,
      78: 300,
      69: 1_660.5,
      71: 1_660.5,
    });
    expect([-moved('477'), moved('472')]).toEqual([5_181_00n, 3_220_50n]);
  });

  it('is posted as the law has it: surcharge, acquisition, reverse charge', async () => {
    const { surcharged, acquired, works } = await exampleQuarter();
    expect(surcharged.totals.gross.amount).toBe('1262.00');
    expect(postings(surcharged.entry)).toEqual([
      ['430', '1262.00', '0.00'],
      ['705', '0.00', '1000.00'],
      ['477', '0.00', '210.00'],
      ['477', '0.00', '52.00'],
    ]);
    expect(postings(works.entry)).toEqual([
      ['607', '800.00', '0.00'],
      ['472', '168.00', '0.00'],
      ['477', '0.00', '168.00'],
      ['400', '0.00', '800.00'],
    ]);
    expect([acquired.totals.gross.amount, acquired.open.amount]).toEqual(['1500.00', '1500.00']);
  });
});

describe('a purchase', () => {
  it('costs what of its tax is not deducted: nothing of 21.00, or half; deferred import VAT is owed with the return', async () => {
    const { supplier, bill, tenant } = await exampleQuarter();
    const none = await bill(supplier, 'N-1', '100.00', 'ND-G', '627');
    expect(postings(none.entry)).toEqual([
      ['627', '121.00', '0.00'],
      ['400', '0.00', '121.00'],
    ]);
    const half = await bill(supplier, 'N-2', '100.00', 'MED-G', '628');
    expect(postings(half.entry)).toEqual([
      ['628', '110.50', '0.00'],
      ['472', '10.50', '0.00'],
      ['400', '0.00', '121.00'],
    ]);
    const imported = await bill(supplier, 'N-3', '1000.00', 'IMPD-G');
    expect(postings(imported.entry)).toEqual([
      ['600', '1000.00', '0.00'],
      ['472', '210.00', '0.00'],
      ['4750', '0.00', '210.00'],
      ['400', '0.00', '1000.00'],
    ]);
    const { taxes, moved } = await foldOf(tenant, [none.id, half.id, imported.id]);
    expect(boxesOf(draft303(taxes))).toEqual({
      28: 100,
      29: 10.5,
      32: 1_000,
      33: 210,
      45: 220.5,
      46: -220.5,
      64: -220.5,
      66: -220.5,
      77: 210,
      69: -10.5,
      71: -10.5,
    });
    expect(moved('472')).toBe(220_50n);
  });

  it('of a capital good has boxes of its own, whoever owes its tax and whatever of it is deducted', async () => {
    const { supplier, bill, tenant } = await exampleQuarter();
    const car = await bill(supplier, 'C-2', '20000.00', 'MEDI-G', '218');
    expect(postings(car.entry)).toEqual([
      ['218', '22100.00', '0.00'],
      ['472', '2100.00', '0.00'],
      ['400', '0.00', '24200.00'],
    ]);
    const works = await bill(supplier, 'C-3', '10000.00', 'ISPI-G', '211');
    expect(postings(works.entry)).toEqual([
      ['211', '10000.00', '0.00'],
      ['472', '2100.00', '0.00'],
      ['477', '0.00', '2100.00'],
      ['400', '0.00', '10000.00'],
    ]);
    const machine = await bill(supplier, 'C-4', '5000.00', 'IMPDI-G', '213');
    const { taxes, moved } = await foldOf(tenant, [car.id, works.id, machine.id]);
    const draft = draft303(taxes);
    expect(draft.unassigned).toEqual([]);
    expect(boxesOf(draft)).toMatchObject({
      12: 10_000,
      13: 2_100,
      27: 2_100,
      30: 30_000,
      31: 4_200,
      34: 5_000,
      35: 1_050,
      45: 5_250,
      77: 1_050,
    });
    expect(boxesOf(draft)).not.toHaveProperty('28');
    expect([-moved('477'), moved('472')]).toEqual([2_100_00n, 5_250_00n]);
    expect([car.warnings, works.warnings, machine.warnings]).toEqual([[], [], []]);
  });

  it('on an account of fixed assets under a code of current purchases is told of, from 3,005.06 on', async () => {
    const { supplier, bill } = await exampleQuarter();
    const told = async (reference: string, net: string, code: string, account: string) =>
      (await bill(supplier, reference, net, code, account)).warnings.map(
        ({ line, params }: { line: number; params: { instead: string } }) => [line, params.instead],
      );
    expect(await told('C-5', '20000.00', 'MED-G', '218')).toEqual([[1, 'MEDI-G']]);
    expect(await told('C-6', '3005.06', 'IVA-G', '217')).toEqual([[1, 'INV-G']]);
    expect(await told('C-7', '4000.00', 'IMPD-G', '213')).toEqual([[1, 'IMPDI-G']]);
    expect(await told('C-8', '3005.05', 'IVA-G', '217')).toEqual([]);
    expect(await told('C-9', '4000.00', 'IVA-G', '629')).toEqual([]);
  });

  it('whose import VAT customs assessed is not taken back by a credit note of its supplier', async () => {
    const { supplier, bill, api, tenant } = await exampleQuarter();
    const imported = await bill(supplier, 'N-4', '1000.00', 'IMPD-G');
    const credit = (taxCode: string, reference: string) => ({
      ...{ supplierId: supplier.id, reference, date: '2026-06-10', receivedOn: '2026-06-12', corrects: imported.id },
      lines: [{ net: eur('500.00'), taxCode, account: '600' }],
    });
    expect((await api.refused('ana', 'POST /payables/credit-notes', credit('IMPD-G', 'R-2'))).slice(0, 2)).toEqual([
      422,
      'tax.deferred_import',
    ]);
    const note = await api.done('ana', 'POST /payables/credit-notes', credit('EXENTO', 'R-2'));
    const { taxes } = await foldOf(tenant, [imported.id, note.id]);
    expect(boxesOf(draft303(taxes))).toMatchObject({ 32: 1_000, 33: 210, 77: 210 });
  });

  const CANARY = { address: { street: 'Calle Triana 90', postalCode: '35002', city: 'Las Palmas', country: 'ES' } };
  it.each<[string, object, string, string, string]>([
    ['of a capital good of less than 3,005.06', { taxId: 'A58818501' }, 'INV-G', '3005.05', 'tax.capital_good'],
    ['from the Union, of a supplier without a VAT id', { country: 'IT' }, 'UEB-G', '10.00', 'tax.supplier'],
    ['from the Union, of a Spanish supplier', { taxId: 'A58818501' }, 'UES-G', '10.00', 'tax.supplier'],
    ['from outside the Union, of one inside', { country: 'FR', taxId: 'FR12345678901' }, 'EXS-G', '10.00', 'tax.supplier'],
    ['with IVA of a foreign supplier', { country: 'US' }, 'IVA-G', '10.00', 'tax.supplier'],
    ['with IVA of the Canaries', CANARY, 'IVA-G', '10.00', 'tax.supplier'],
    ['under reverse charge, of whom nobody knows', {}, 'ISP-G', '10.00', 'tax.supplier'],
    ['at a rate of 2024', { taxId: 'A58818501' }, 'IVA-ALIM', '10.00', 'tax.no_rate'],
    ['on cash basis', { taxId: 'A58818501' }, 'RECC', '10.00', 'tax.no_pack'],
  ])('is refused: one %s', async (_, of, taxCode, net, code) => {
    const { api } = await exampleQuarter();
    const { id } = await api.supplier({ name: 'Otro', ...of });
    const body = { supplierId: id, reference: 'X', date: '2026-05-02', receivedOn: '2026-05-04', lines: [{ net: eur(net), taxCode }] };
    expect((await api.refused('ana', 'POST /payables/bills', body)).slice(0, 2)).toEqual([422, code]);
  });

  it('of exactly 3,005.06 may be a capital good', async () => {
    const { supplier, bill } = await exampleQuarter();
    expect((await bill(supplier, 'C-1', '3005.06', 'INV-G', '213')).totals.taxes[0].tax.amount).toBe('631.06');
  });
});

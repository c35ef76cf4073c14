import { describe, expect, it } from 'vitest';
import { amountOf, BLANK, bodyOf, type DraftLine, differenceOf, faultsOf, filled } from '../../../web/src/finance/ledger/draft-entry.ts';

const line = (account: string, debit: string, credit: string): DraftLine => ({ ...BLANK, account, debit, credit });
const asTyped = (text: string) => text.replace('.', ',');

describe('amounts as people type them', () => {
  it.each([
    ['1.234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1234,5', '1234.50'],
    ['1.234', '1234.00'],
    ['12.345.678,09 €', '12345678.09'],
    ['0,01', '0.01'],
    ['850', '850.00'],
  ])('reads %s', (typed, amount) => expect(amountOf(typed)).toBe(amount));

  it.each(['', 'abc', '-5', '1,2345', '12.34.56', '1.23,4', '1,234,50'])('refuses %j', (typed) => expect(amountOf(typed)).toBeUndefined());
});

describe('the difference', () => {
  it('is debits less credits, in cents', () => {
    expect(differenceOf([line('621', '1.850,50', ''), line('572', '', '1.000')])).toBe(85_050);
  });

  it('goes to the side that lacks it', () => {
    const lines = [line('621', '100', ''), line('472', '21', ''), line('572', '', '')];
    expect(filled(lines, 2, asTyped)[2]).toEqual(line('572', '', '121,00'));
    expect(filled([line('572', '', '50'), BLANK], 1, asTyped)[1]).toEqual(line('', '50,00', ''));
  });

  it('replaces what the line said before', () => {
    const lines = [line('621', '100', ''), line('572', '7', '')];
    expect(filled(lines, 1, asTyped)[1]).toEqual(line('572', '', '100,00'));
  });
});

describe('a draft', () => {
  const entry = (...lines: DraftLine[]) => ({ date: '2026-11-25', text: 'Alquiler', lines });
  const balanced = entry(line('621', '850', ''), BLANK, line('572', '', '850,00'), BLANK);

  it('is sent without its blank lines', () => {
    expect(bodyOf(balanced).body.lines).toEqual([
      { account: '621', debit: { amount: '850.00', currency: 'EUR' } },
      { account: '572', credit: { amount: '850.00', currency: 'EUR' } },
    ]);
    expect(faultsOf(balanced, [])).toEqual([]);
  });

  it('is faulted at the field where it stands in the form', () => {
    expect(faultsOf(entry(line('621', '850', ''), BLANK, line('572', '', 'x')), [])).toEqual([{ field: 'lines.2.credit', why: 'amount' }]);
    expect(faultsOf(entry(BLANK, line('621', '850', ''), line('572', '', '')), [])).toEqual([{ field: 'lines.2.debit', why: 'side' }]);
    expect(faultsOf(entry(line('621', '850', ''), line('', '', '850')), [])).toEqual([{ field: 'lines.1.account', why: 'account' }]);
    expect(faultsOf(entry(line('621', '850', ''), line('572', '', '800')), [])).toEqual([{ field: 'lines', why: 'unbalanced' }]);
    expect(faultsOf({ ...balanced, text: ' ' }, [])).toEqual([{ field: 'text', why: 'text' }]);
    expect(faultsOf({ ...balanced, date: '2026-02-30' }, [])).toEqual([{ field: 'date', why: 'date' }]);
  });

  it('keeps off the accounts that documents keep, and off closed ones', () => {
    expect(faultsOf(entry(line('430', '850', ''), line('700', '', '850')), [])).toEqual([{ field: 'lines.0.account', why: 'control' }]);
    const closed = { code: '6230001', name: '', nameEn: '', type: 'expense' as const, validFrom: '2008-01-01', own: true, active: false };
    expect(faultsOf(entry(line('6230001', '850', ''), line('572', '', '850')), [closed])).toEqual([
      { field: 'lines.0.account', why: 'inactive' },
    ]);
  });
});

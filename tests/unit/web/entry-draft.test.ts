import { describe, expect, it } from 'vitest';
import { type EntryLine, filling, manualEntry, sumsOf } from '../../../web/src/finance/ledger/entry-draft.ts';
import { heldNumber } from '../../../web/src/form/number.ts';
import { bodyOf, draftFaults } from '../../../web/src/lines/draft.ts';

/** A line, called as its account is. */
const line = (account: string, debit: string, credit: string): EntryLine => ({
  key: account,
  account,
  debit,
  credit,
  foreign: '',
  text: '',
  dimensions: '',
});
const BLANK: EntryLine = { ...line('', '', ''), key: 'blank' };

describe('the difference', () => {
  it('is debits less credits, in cents', () => {
    expect(sumsOf([line('621', '1850.50', ''), line('572', '', '1000')]).difference).toBe(85_050);
  });

  it('goes to the side that lacks it', () => {
    const lines = [line('621', '100', ''), line('472', '21', ''), line('572', '', '')];
    expect(filling(lines, '572')).toEqual({ debit: '', credit: '121.00' });
    expect(filling([line('572', '', '50'), BLANK], 'blank')).toEqual({ debit: '50.00', credit: '' });
  });

  it('replaces what the line said before', () => {
    const lines = [line('621', '100', ''), line('572', '7', '')];
    expect(filling(lines, '572')).toEqual({ debit: '', credit: '100.00' });
  });
});

describe('a draft', () => {
  const entry = (...lines: EntryLine[]) => ({ date: '2026-11-25', text: 'Alquiler', reverseOn: '', lines });
  const balanced = entry(line('621', '850', ''), BLANK, line('572', '', '850.00'), BLANK);
  const kind = manualEntry([]);

  it('is sent without its blank lines', () => {
    expect(bodyOf(kind, balanced).lines).toEqual([
      { account: '621', debit: { amount: '850', currency: 'EUR' } },
      { account: '572', credit: { amount: '850.00', currency: 'EUR' } },
    ]);
    expect(draftFaults(kind, balanced)).toEqual({});
  });

  it('is faulted at the field where it stands in the form', () => {
    const faults = (...lines: EntryLine[]) => draftFaults(kind, entry(...lines));
    expect(faults(line('621', '850', ''), BLANK, line('572', '', heldNumber('1.234', 'es')))).toEqual({ '572.credit': 'credit' });
    expect(faults(BLANK, line('621', '850', ''), line('572', '', ''))).toEqual({ '572.debit': 'side' });
    expect(faults(line('621', '850', ''), line('', '', '850'))).toEqual({ '.account': 'account' });
    expect(faults(line('621', '850', ''), line('572', '', '800'))).toEqual({ lines: 'unbalanced' });
    expect(faults(line('621', '850', ''), line('572', '', '0'))).toEqual({ '572.credit': 'positive' });
    expect(draftFaults(kind, { ...balanced, text: ' ' })).toEqual({ text: 'text' });
    expect(draftFaults(kind, { ...balanced, date: '2026-02-30' })).toEqual({ date: 'date' });
  });

  it('keeps off the accounts that documents keep, and off closed ones', () => {
    expect(draftFaults(kind, entry(line('430', '850', ''), line('700', '', '850')))).toEqual({ '430.account': 'control' });
    const closed = { code: '6230001', name: '', nameEn: '', type: 'expense' as const, validFrom: '2008-01-01', own: true, active: false };
    const own = manualEntry([closed]);
    expect(draftFaults(own, entry(line('6230001', '850', ''), line('572', '', '850')))).toEqual({ '6230001.account': 'inactive' });
  });
});

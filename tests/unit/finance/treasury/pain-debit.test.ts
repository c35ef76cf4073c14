import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { creditorId, earliestCollection, expiryOf } from '../../../../shared/domain/finance/treasury/debit-rules.ts';
import { debitFile } from '../../../../shared/domain/finance/treasury/pain-debit.ts';
import { RUN_AT as AT, RUN_COMPANY as company, RUN_ID as ID, DEBIT_RUN as run } from '../../../support/bank-run.ts';

describe('the file of direct debits', () => {
  // That the sample is one by the schema of ISO 20022, tests/infra/bank-files.test.ts looks.
  it('has its elements in the order of the schema, a block a scheme and kind of collection', async () => {
    const sample = await readFile(new URL('./pain.008.001.08.xml', import.meta.url), 'utf8');
    expect(debitFile(ID, run, company, AT)).toBe(sample);
    const older = sample.replace('xsd:pain.008.001.08', 'xsd:pain.008.001.02');
    expect(debitFile(ID, { ...run, version: 'pain.008.001.02' }, company, AT)).toBe(older);
  });

  it('comes to what its blocks do, and leaves out what was taken out', () => {
    const text = debitFile(ID, run, company, AT);
    const sums = [...text.matchAll(/<CtrlSum>([\d.]+)</g)].map(([, sum]) => sum);
    // 363.00 + 12.10 + 100.00; B2B first, then CORE first and recurrent.
    expect(sums).toEqual(['475.10', '100.00', '363.00', '12.10']);
    expect(text).not.toContain('Fuera');
  });
});

describe('the creditor identifier', () => {
  it.each([
    // (98 − (B12345674ES00 in digits, 11123456741428 00) mod 97), worked out digit by digit.
    ['B12345674', undefined, 'ES11000B12345674'],
    ['A58818501', undefined, 'ES30000A58818501'],
    ['ESA58818501', '015', 'ES30015A58818501'],
  ])('of %s with the suffix %s is %s', (taxId, suffix, id) => {
    expect(creditorId(taxId, suffix)).toBe(id);
    const digits = [...`${id.slice(7)}${id.slice(0, 4)}`].map((char) => Number.parseInt(char, 36)).join('');
    expect(BigInt(digits) % 97n).toBe(1n);
  });
});

describe('the days of the schemes', () => {
  it.each([
    // Thursday before Easter: Good Friday and Easter Monday settle nothing.
    ['2026-04-02', '2026-04-07'],
    ['2026-03-10', '2026-03-11'],
    // Of a Saturday the file goes on Monday, and is collected on Tuesday.
    ['2026-03-14', '2026-03-17'],
    ['2026-12-24', '2026-12-28'],
  ])('what is sent on %s is collected on %s', (today, first) => {
    expect(earliestCollection('CORE', today)).toBe(first);
  });

  it.each([
    ['2026-02-27', undefined, '2029-02-27'],
    ['2024-02-29', undefined, '2027-02-28'],
    ['2020-01-31', '2026-03-31', '2029-03-31'],
  ])('a mandate of %s, last collected on %s, is good until %s', (signedOn, collectedOn, last) => {
    expect(expiryOf({ scheme: 'CORE', signedOn, ...(collectedOn ? { collectedOn } : {}) })).toBe(last);
  });
});

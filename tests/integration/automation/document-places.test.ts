import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../support/cloud.ts';
import { send, type Tenant } from '../../support/http.ts';
import { inboxOf } from '../../support/inbox.ts';
import { done, foundCompany } from '../../support/trading-company.ts';
import { type WrittenText, writtenPdf } from '../../support/written-pdf.ts';

/** A layout whose number and total have words of their own: 300.00 at 21 %, 363.00 in all. */
const paper = (number: string, date: string, mark: string) =>
  writtenPdf([
    [50, 60, 'Suministros del Sur, S.L.'],
    [50, 74, 'CIF: B83456780'],
    [380, 80, 'Ref. emisor'],
    [480, 80, number],
    [380, 94, 'Fecha:'],
    [480, 94, date],
    [50, 140, 'Prueba, S.L. NIF B12345674'],
    [200, 314, '300,00'],
    [330, 314, '21 %'],
    [430, 314, '63,00'],
    [330, 350, 'Liquido'],
    [430, 350, '363,00 EUR'],
    [50, 780, mark],
  ] satisfies WrittenText[]);

describe('what a correction teaches of a supplier’s papers', () => {
  let company: Tenant;
  const inbox = inboxOf(() => company);
  const codes = ({ flags }: { flags: { code: string; field?: string }[] }) =>
    flags.map(({ code, field }) => `${code} ${field ?? ''}`.trim());
  const rules = async () => (await done(send('GET /learned-rules?limit=100', { token: company.tokens.owner }))).items;

  beforeAll(async () => {
    company = await foundCompany();
    await inbox.post('/payables/suppliers', { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', expenseAccount: '602' });
  });

  it('is where its number stands: the second paper is right by itself, until that is forgotten', async () => {
    const first = await inbox.bring('uno.pdf', paper('RE/1041', '12/11/2026', 'uno'));
    expect(codes(first)).toEqual(['field_missing number', 'field_doubtful total', 'field_doubtful taxes']);
    const bill = { ...first.proposal, reference: 'RE/1041', documentId: first.id };
    await inbox.post('/payables/bills', bill);
    await inbox.until(first.id, ['entered']);
    const known = await eventually('what was learned', async () => {
      const found = await rules();
      return found.length >= 2 ? found : undefined;
    });
    expect(known.map(({ field, value, side, state }: Record<string, unknown>) => [field, value, side, state])).toEqual([
      ['number', 'ref. emisor', 'right', 'used'],
      ['total', 'liquido', 'right', 'used'],
    ]);
    const second = await inbox.bring('dos.pdf', paper('RE/1077', '20/11/2026', 'dos'));
    expect(second).toMatchObject({ state: 'ready', flags: [], proposal: { reference: 'RE/1077', date: '2026-11-20' } });
    expect(second.learned.map(({ field }: { field: string }) => field)).toEqual(['number', 'total']);
    // Another form of number at that place waits for a look, whatever was learned.
    expect(codes(await inbox.bring('raro.pdf', paper('4500017', '20/11/2026', 'raro')))).toEqual(['field_doubtful number']);
    for (const { id } of known) await inbox.post(`/learned-rules/${id}/forgetting`);
    expect(codes(await inbox.bring('tres.pdf', paper('RE/1102', '22/11/2026', 'tres')))).toContain('field_missing number');
  });
});

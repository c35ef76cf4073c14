import { beforeAll, describe, expect, it } from 'vitest';
import { send, type Tenant } from '../../support/http.ts';
import { inboxOf } from '../../support/inbox.ts';
import { done, foundCompany } from '../../support/trading-company.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages } from '../../support/written-pdf.ts';

/** The paper with another number, 594.00 in all; `total` makes it one that does not come out right. */
const numbered = (number: string, total = '594,00'): WrittenText[] =>
  PAPER_INVOICE.map(([x, y, text]) => [x, y, text === 'A-2026/0117' ? number : text.replace('594,00', total)]);
const TERMS: WrittenText[] = [[50, 60, 'Condiciones generales de venta y de devoluci\xf3n']];

describe('a PDF of several invoices', () => {
  let company: Tenant;
  const inbox = inboxOf(() => company);
  const read = (id: string) => inbox.until(id, ['review', 'ready', 'failed', 'split']);
  const partsOf = async ({ parts }: { parts: string[] }) => Promise.all(parts.map(read));

  beforeAll(async () => {
    company = await foundCompany();
    await inbox.post('/payables/suppliers', { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', expenseAccount: '602' });
  });

  it('becomes a document for each, of pages of the same original; the same file again is nothing new', async () => {
    const file = writtenPages([numbered('M-1'), TERMS, numbered('M-2'), numbered('M-3')]);
    const whole = await inbox.bring('lote.pdf', file);
    expect(whole).toMatchObject({ state: 'split', pageCount: 4, starts: [1, 3, 4], flags: [] });
    const parts = await partsOf(whole);
    expect(parts.map(({ state, pages, fields, parent }) => [state, pages, fields.number.value, fields.total.value, parent])).toEqual([
      ['ready', { from: 1, to: 2 }, 'M-1', 594_00, whole.id],
      ['ready', { from: 3, to: 3 }, 'M-2', 594_00, whole.id],
      ['ready', { from: 4, to: 4 }, 'M-3', 594_00, whole.id],
    ]);
    // Where a field stands is told by the page of the file.
    expect(parts[2].fields.number.place.page).toBe(4);
    const { url } = await done(send(`GET /documents/${parts[1].id}/file`, { token: company.tokens.owner }));
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(file)).toBe(true);
    expect(await inbox.bring('otra-vez.pdf', file)).toMatchObject({ state: 'duplicate', sameAs: whole.id });
    const bill = await inbox.post('/payables/bills', { ...parts[0].proposal, documentId: parts[0].id });
    expect((await inbox.until(parts[0].id, ['entered'])).billId).toBe(bill.id);
    const joined = await send(`POST /documents/${whole.id}/joining`, { token: company.tokens.owner });
    expect(joined).toMatchObject({ status: 422, body: { code: 'document.part_state' } });
  });

  it('is only proposed to be split where one does not come out right, and people split, join and split it again', async () => {
    const whole = await inbox.bring('dudoso.pdf', writtenPages([numbered('N-1'), numbered('N-2', '595,00'), TERMS]));
    expect(whole).toMatchObject({ state: 'review', pageCount: 3, starts: [1, 2] });
    expect(whole.flags[0]).toEqual({ code: 'several_documents', params: { count: 2, pages: '1, 2' } });
    const split = (starts: number[]) => send(`POST /documents/${whole.id}/parts`, { token: company.tokens.owner, body: { starts } });
    for (const starts of [
      [2, 3],
      [1, 4],
      [1, 3, 2],
    ])
      expect(await split(starts)).toMatchObject({ status: 400, body: { code: 'document.starts' } });
    const first = (await split([1, 2])).body;
    expect(first.state).toBe('split');
    const parts = await partsOf(first);
    expect(parts.map(({ state, fields }) => [state, fields.number.value, fields.total.value])).toEqual([
      ['ready', 'N-1', 594_00],
      ['review', 'N-2', 595_00],
    ]);
    await inbox.post(`/documents/${whole.id}/joining`);
    const one = await inbox.until(whole.id, ['review']);
    expect(one.flags.map(({ code }: { code: string }) => code)).not.toContain('several_documents');
    expect(await inbox.get(parts[0].id)).toMatchObject({ state: 'kept' });
    const reopened = await send(`POST /documents/${parts[0].id}/reopening`, { token: company.tokens.owner });
    expect(reopened).toMatchObject({ status: 422, body: { code: 'document.joined' } });
    // The same pages are the same document; others are others.
    const again = (await split([1, 2, 3])).body;
    expect(again.parts[0]).toBe(parts[0].id);
    expect(again.parts[1]).not.toBe(parts[1].id);
    expect((await partsOf(again)).map(({ state, pages }) => [state, pages.from, pages.to])).toEqual([
      ['review', 1, 1],
      ['review', 2, 2],
      ['review', 3, 3],
    ]);
  });
});

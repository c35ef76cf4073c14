import { beforeAll, describe, expect, it } from 'vitest';
import { BANK_IBAN, EXAMPLE_N43 } from '../../support/bank-samples.ts';
import { eventually } from '../../support/cloud.ts';
import { send, type Tenant } from '../../support/http.ts';
import { inboxOf } from '../../support/inbox.ts';
import { done, foundCompany } from '../../support/trading-company.ts';
import { PAPER_INVOICE, type WrittenText, writtenPdf } from '../../support/written-pdf.ts';

describe('documents that are no bills', () => {
  let company: Tenant;
  const { bring, post, get } = inboxOf(() => company);
  const owner = () => company.tokens.owner;
  const paper = (change: (text: string) => string) => writtenPdf(PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, change(text)]));

  beforeAll(async () => {
    company = await foundCompany();
    await post('/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' });
  });

  it('a bank statement goes to banking by itself, and its lines are there', async () => {
    const { id } = await bring('extracto.txt', EXAMPLE_N43);
    const passed = await eventually('the statement to be passed on', async () => {
      const document = await get(id);
      return document.state === 'passed' ? document : undefined;
    });
    expect(passed).toMatchObject({ purpose: 'statement', kind: 'statement' });
    await eventually(
      'its file in banking',
      async () => {
        const { items } = await done(send('GET /banking/files', { token: owner() }));
        return items.some(({ state }: { state: string }) => state === 'done') || undefined;
      },
      60,
    );
  });

  it('a file of orders goes to the imports once somebody says that it is one', async () => {
    const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
    const { id } = await bring('pedidos.csv', `${header}\n536365,85123A,LANTERN,2,2026-11-02 08:26:00,2.55,17850.0,Spain\n`);
    const pass = () => send(`POST /documents/${id}/passing`, { token: owner() });
    expect(await pass()).toMatchObject({ status: 422, body: { code: 'document.not_passed' } });
    const described = await done(send(`POST /documents/${id}/purpose`, { token: owner(), body: { purpose: 'orders' } }));
    expect(described.purpose).toBe('orders');
    expect((await done(pass())).state).toBe('passed');
    await eventually('its import', async () => (await done(send('GET /imports', { token: owner() }))).items.length > 0 || undefined, 60);
  });

  it('an invoice for somebody else is told so, and a delivery note and a receipt are told by what they say', async () => {
    const theirs = await bring(
      'otra.pdf',
      paper((text) => text.replace('B12345674', 'A58818501').replace('Prueba, S.L.', 'Otra Empresa, S.A.')),
    );
    expect(theirs.flags).toContainEqual({ code: 'not_for_us', field: 'supplier', params: { buyer: 'A58818501', taxId: 'B12345674' } });
    const delivery = await bring(
      'albaran.pdf',
      paper((text) => text.replace('FACTURA', 'ALBAR\xc1N').replace(/ de factura/, '')),
    );
    expect(delivery.purpose).toBe('delivery-note');
    const receipt = await bring(
      'ticket.pdf',
      paper((text) => text.replace('FACTURA', 'FACTURA SIMPLIFICADA')),
    );
    expect(receipt.purpose).toBe('receipt');
    expect(
      (
        await bring(
          'factura.pdf',
          paper((text) => text),
        )
      ).purpose,
    ).toBe('bill');
  });
});

describe('a receipt of an expense', () => {
  let company: Tenant;
  const inbox = inboxOf(() => company);
  beforeAll(async () => {
    company = await foundCompany();
  });

  it('is claimed as it was read, entered with the claim, and waits again once that is withdrawn', async () => {
    const ticket = await inbox.bring(
      'bar.pdf',
      writtenPdf([
        [60, 50, 'BAR LA PARADA'],
        [60, 64, 'NIF 12345678Z'],
        [60, 78, 'Factura simplificada T-00451'],
        [60, 92, 'Fecha 24/11/2026 14:32'],
        [60, 180, 'TOTAL'],
        [240, 180, '42,00 EUR'],
      ]),
    );
    expect(ticket).toMatchObject({ state: 'review', purpose: 'receipt', flags: [{ code: 'field_doubtful', field: 'total' }] });
    const eur = (amount: string) => ({ amount, currency: 'EUR' });
    expect(ticket.expense).toEqual({
      text: 'BAR LA PARADA',
      lines: [{ date: '2026-11-24', kind: 'meals', text: 'BAR LA PARADA', amount: eur('42.00') }],
    });
    expect(ticket.proposal).toBeUndefined();
    const lines = ticket.expense.lines.map((line: object) => ({ ...line, documentId: ticket.id }));
    const claim = await inbox.post('/expense-claims', { ...ticket.expense, lines });
    expect([claim.total, claim.lines[0].documentId]).toEqual([eur('42.00'), ticket.id]);
    expect((await inbox.until(ticket.id, ['entered'])).claimId).toBe(claim.id);
    await inbox.post(`/expense-claims/${claim.id}/withdrawal`, { reason: 'Era de otro viaje' });
    expect((await inbox.until(ticket.id, ['review'])).expense.lines).toHaveLength(1);
  });
});

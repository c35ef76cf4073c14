import { expect, test } from 'vitest';
import { send } from '../../support/http.ts';
import { readPdf } from '../../support/pdf.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

test('an invoice to a customer whose name is Chinese is printed by the deployed function', async () => {
  const { tokens } = await foundCompany();
  const post = (path: string, body: object) => done(send(`POST ${path}`, { token: tokens.owner, body }));
  const customerId = (await post('/customers', { name: '上海贸易有限公司' })).id;
  const draft = await post('/invoice-drafts', { customerId, lines: [{ name: 'Asesoría', quantity: '1', price: '100' }] });
  const { id, number } = await post(`/invoice-drafts/${draft.id}/issue`, {});
  const link = await done(send(`GET /invoices/${id}/pdf`, { token: tokens.owner }));
  const { text, xmp } = await readPdf(Buffer.from(await (await fetch(link.url)).arrayBuffer()));
  for (const wanted of [number, '上海贸易有限公司', '121,00 €']) expect(text).toContain(wanted);
  expect(xmp).toContain('<pdfaid:part>3<');
});

import { beforeAll, expect } from 'vitest';
import { facturaeFile } from '../../shared/domain/finance/einvoice/facturae.ts';
import { ublFile } from '../../shared/domain/finance/einvoice/ubl.ts';
import { axeViolations, signIn, test } from '../support/browser.ts';
import { invoiced } from '../support/einvoices.ts';
import type { Tenant } from '../support/http.ts';
import { inboxOf } from '../support/inbox.ts';
import { foundCompany } from '../support/trading-company.ts';

let company: Tenant;
const ids: string[] = [];

const invoice = invoiced([
  { price: '60', quantity: '2', unit: 'h' },
  { price: '20', unit: 'kg' },
]);

beforeAll(async () => {
  company = await foundCompany();
  const inbox = inboxOf(() => company);
  for (const [name, write] of [
    ['ubl.xml', ublFile],
    ['facturae.xml', facturaeFile],
  ] as const)
    ids.push((await inbox.bring(name, Buffer.from(write(invoice)))).id);
}, 120_000);

test('an electronic invoice is a page beside its fields, in both syntaxes and languages', { timeout: 120_000 }, async ({ visit }) => {
  for (const [i, look] of [
    { locale: 'es-ES', width: 1360, height: 860 },
    { locale: 'en-GB', width: 390, height: 844 },
  ].entries()) {
    const { page, screenshot } = await visit({ ...look, path: `/documents/${ids[i]}` });
    await signIn(page, company.people.owner);
    const paper = page.getByRole('region', { name: invoice.number });
    await paper.waitFor();
    // 120.00 and 20.00 at 21 %: 169.40.
    expect(await paper.textContent()).toMatch(/120[.,]00.*20[.,]00.*29[.,]40.*169[.,]40/s);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(`document-einvoice-${i}`);
  }
});

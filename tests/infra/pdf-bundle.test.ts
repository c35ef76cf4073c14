import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLE } from '../../infra/tools/build.ts';
import { pdfText } from '../support/pdf.ts';

const bill = {
  title: 'Factura',
  sign: 1,
  facts: [],
  remarks: [],
  issuedAt: '2026-03-10T10:00:00Z',
  company: { name: 'Prueba, S.L.', taxId: 'B12345674', email: 'a@example.com' },
  bill: {
    number: 'F2026-000001',
    date: '2026-03-10',
    customerId: 'cus_X',
    customer: { name: 'Cliente' },
    pricesIncludeTax: false,
    lines: [{ code: '', name: 'Asesoría', kind: 'service', quantity: '1', price: '100', taxCode: 'IVA-G', percent: '21', net: 10_000 }],
    totals: { net: 10_000, tax: 2100, rounding: 0, gross: 12_100, taxes: [{ code: 'IVA-G', percent: '21', base: 10_000, tax: 2100 }] },
  },
};

it('prints invoices from the bundle alone, away from node_modules, as in Lambda', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-bundle-'));
  try {
    await build({ ...BUNDLE, entryPoints: { index: 'functions/finance/receivables/invoice-pdf.ts' }, outdir: folder });
    await writeFile(
      join(folder, 'print.mjs'),
      `
      import { writeFile } from 'node:fs/promises';
      import { renderBill } from './index.mjs';
      const bill = ${JSON.stringify(bill)};
      await writeFile('bill.pdf', await renderBill({ ...bill, issuedAt: new Date(bill.issuedAt) }));`,
    );
    execFileSync(process.execPath, ['print.mjs'], { cwd: folder });
    expect(pdfText(await readFile(join(folder, 'bill.pdf')))).toContain('121,00 €');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

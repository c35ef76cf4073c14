import { beforeEach, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/tax/commands.ts';
import { handler as print } from '../../../../functions/finance/tax/print.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { readPdf } from '../../../support/pdf.ts';
import { projectCompany } from '../../../support/projection.ts';
import { exampleQuarter } from '../../../support/quarter.ts';

const table = useMemoryTable({ lists: true });
beforeEach(() => table.clear());

it('forms are printed as AEAT names their boxes: a draft until they are filed, then with the receipt', async () => {
  const { tenant } = await exampleQuarter();
  await projectCompany(tenant);
  /** Asks for getTaxReturnPaper. */
  const paper = async (form: string, period: string) => {
    const { body } = await call(print, `GET /tax-returns/${form}/paper`, 'GET /tax-returns/{form}/paper', { tenant, query: { period } });
    expect(body.content, JSON.stringify(body)).toBeDefined();
    return { name: body.fileName, text: (await readPdf(Buffer.from(body.content, 'base64'))).text.replaceAll(/\s+/g, ' ') };
  };
  const draft = await paper('303', '2026-2T');
  expect(draft.name).toBe('modelo-303-2026-2T-borrador.pdf');
  for (const words of ['Borrador', '27 Total cuota devengada 5.181,00', '45 Total a deducir 3.220,50', 'Solo la AEAT acepta'])
    expect(draft.text).toContain(words);
  const body = { period: '2026-2T', justificante: '3032026000017', filedOn: '2026-07-20' };
  await call(commands, 'POST /tax-returns/303/filings', 'POST /tax-returns/{form}/filings', { tenant, body });
  await projectCompany(tenant);
  const filed = await paper('303', '2026-2T');
  expect(filed.name).toBe('modelo-303-2026-2T.pdf');
  for (const words of ['Justificante 3032026000017', '20/07/2026', 'A ingresar', '71 Resultado de la autoliquidación 1.960,50'])
    expect(filed.text).toContain(words);
  expect(filed.text).not.toContain('Borrador');
  for (const [form, period, words] of [
    ['111', '2026-2T', 'Resultado a ingresar'],
    ['349', '2026-2T', 'E PT123456789 Porto Lda 2.500,00 2.500,00'],
    ['347', '2026-0A', 'Importe total anual de las operaciones'],
    ['390', '2026-0A', '64 Suma de deducciones 3.220,50'],
    ['190', '2026-0A', 'Percepciones'],
    ['180', '2026-0A', 'Base de las retenciones'],
    ['115', '2026-2T', 'Resultado a ingresar'],
  ] as const)
    expect((await paper(form, period)).text, form).toContain(words);
  /** Asks for putFormReceipt. */
  const receipt = (form: string, more: object) =>
    call(commands, `PUT /tax-returns/${form}/receipt`, 'PUT /tax-returns/{form}/receipt', {
      ...{ tenant, body: { justificante: '3492026000017', filedOn: '2026-07-20', ...more } },
    });
  expect((await receipt('349', { period: '2026-4T' })).body.code).toBe('tax_return.not_over');
  expect((await receipt('349', { period: '2026-2T' })).body).toMatchObject({ justificante: '3492026000017', asFiled: true });
  const of349 = await paper('349', '2026-2T');
  expect(of349.name).toBe('modelo-349-2026-2T.pdf');
  for (const words of ['Justificante 3492026000017', 'Porto Lda 2.500,00']) expect(of349.text).toContain(words);
});

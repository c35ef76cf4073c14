import { describe, expect, it } from 'vitest';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-02-20T10:00:00Z');

/** Clara's January: 1,714.29 gross, 130.00 and 231.60 off it, 643.00 of the company. */
async function run() {
  const id = await company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', annual: '24000.00' });
  const { id: runId } = await company.pay.pay('2026-01');
  const codes = {
    ...{ company: 'E01', employees: { [id]: '0007' } },
    concepts: { salary: '001', worker: '990', withheld: '991', net: '999', company: '980' },
  };
  const settle = (more: object = {}) =>
    company.pay.done('pia', 'PUT /payroll/settings', { contributionAccounts: [], gestoria: { ...codes, ...more } });
  return { id, runId, settle };
}
const textOf = ({ content }: { content: string }) => Buffer.from(content, 'base64').toString();

describe('what the gestoría is given', () => {
  it('is refused while a code is missing, and says of what: company, concept, employee', async () => {
    const { runId, settle } = await run();
    const route = `GET /payroll/runs/${runId}/gestoria/file`;
    expect(await company.pay.refused('pia', route)).toEqual([422, 'gestoria.codes_missing', 'path.runId']);
    await settle({ company: undefined, employees: {}, concepts: { salary: '001' } });
    expect((await company.pay.done('pia', `GET /payroll/runs/${runId}/gestoria`)).missing).toEqual([
      { what: 'company', name: '' },
      ...['worker', 'withheld', 'net', 'company'].map((name) => ({ what: 'concept', name })),
      { what: 'employee', name: 'Clara Vega' },
    ]);
  });

  it('is a row of each concept with their codes, as CSV and as a workbook', async () => {
    const { runId, settle } = await run();
    await settle();
    const csv = textOf(await company.pay.done('pia', `GET /payroll/runs/${runId}/gestoria/file`));
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffEmpresa;Empleado;NIF;Nombre;Mes;Concepto;Descripción;Días;Importe',
      'E01;0007;12345678Z;Clara Vega;2026-01;001;Salario base;30;1714,29',
      'E01;0007;12345678Z;Clara Vega;2026-01;990;Seguridad Social del trabajador;;130,00',
    ]);
    const book = await company.pay.done('pia', `GET /payroll/runs/${runId}/gestoria/file`, undefined, { query: { format: 'xlsx' } });
    // A workbook is a ZIP.
    expect([book.fileName.slice(-13), Buffer.from(book.content, 'base64').subarray(0, 2).toString()]).toEqual(['-2026-01.xlsx', 'PK']);
  });
});

describe('what the gestoría gives back', () => {
  it('is compared by person and concept: differences over a cent, and codes that nobody knows', async () => {
    const { id, runId, settle } = await run();
    await settle();
    const lines = [
      'Empleado;Concepto;Importe',
      '0007;001;1.714,29',
      '12345678Z;990;130,01',
      '0007;991;240,00',
      '0099;001;5,00',
      '0007;777;1',
    ];
    const comparison = await company.pay.done('pia', `PUT /payroll/runs/${runId}/gestoria/comparison`, { csv: lines.join('\n') });
    expect([comparison.rows, comparison.people, comparison.unknown]).toEqual([5, 1, ['0099', '777']]);
    expect(comparison.differences).toEqual([
      {
        ...{ employeeId: id, name: 'Clara Vega', concept: 'withheld' },
        ...{ ours: { amount: '231.60', currency: 'EUR' }, theirs: { amount: '240.00', currency: 'EUR' } },
      },
    ]);
    expect((await company.pay.done('pia', `GET /payroll/runs/${runId}/gestoria`)).comparison.differences).toHaveLength(1);
  });

  it('is refused where it names no columns, or has no amount', async () => {
    const { runId } = await run();
    for (const csv of ['a;b\n1;2', 'Empleado;Concepto;Importe\n0007;001;mucho'])
      expect(await company.pay.refused('pia', `PUT /payroll/runs/${runId}/gestoria/comparison`, { csv })).toEqual([
        ...[400, 'gestoria.file', 'body.csv'],
      ]);
  });
});

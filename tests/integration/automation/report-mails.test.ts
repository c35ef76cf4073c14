import { beforeAll, describe, expect, it } from 'vitest';
import { REPORTS, type ReportName, reportSpec } from '../../../shared/domain/automation/rules/report.ts';
import { eventually, mailsTo } from '../../support/cloud.ts';
import { refusal, send, type Tenant } from '../../support/http.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const AT_ONCE = 5;

interface RunEffect {
  readonly effect: { readonly report: ReportName };
  readonly state: string;
  readonly file?: string;
  readonly code?: string;
  readonly message?: string;
}

describe('reports by mail', () => {
  let company: Tenant;
  let memberId: string;
  let customerId: string;
  let itemId: string;
  const owner = () => company.tokens.owner;
  const ask = (route: string, body?: object, token = owner()) => done(send(route, { token, ...(body ? { body } : {}) }));

  const order = (quantity: string) => ask('POST /orders', { customerId, lines: [{ itemId, quantity }] });
  const effectOf = (report: ReportName, more: object = {}) => {
    const formats: readonly string[] = reportSpec(report).formats;
    return { do: 'report', report, format: formats.at(-1), members: [memberId], addresses: [], ...more };
  };
  const ruleWith = async (effects: readonly object[], token = owner()) => {
    const { id } = await ask('POST /automation/rules', { name: 'Informes', trigger: 'order.placed', effects }, token);
    return ask(`POST /automation/rules/${id}/activation`, {}, token);
  };
  /** The one run of a rule, once it has ended. */
  const ended = (ruleId: string): Promise<{ id: string; effects: RunEffect[] }> =>
    eventually(
      `the run of ${ruleId}`,
      async () => {
        const [run] = (await ask(`GET /automation/runs?rule=${ruleId}`)).items;
        return run && run.state !== 'running' && ask(`GET /automation/runs/${run.id}`);
      },
      100,
    );
  const fileOf = async (runId: string, no: number): Promise<string> => {
    const { url } = await ask(`GET /automation/runs/${runId}/file?effect=${no}`);
    return (await fetch(url)).text();
  };

  beforeAll(async () => {
    company = await foundCompany();
    const address = { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' };
    const named = { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', address, creditLimit: eur('90000.00') };
    customerId = (await ask('POST /customers', named)).id;
    itemId = (await ask('POST /items', { code: 'TAZA-01', name: 'Taza de loza', price: '10', taxCode: 'IVA-G', kind: 'service' })).id;
    const members = (await ask('GET /members')).items as { id: string; email: string }[];
    memberId = members.find(({ email }) => email === company.people.owner.email)?.id ?? '';
    // 30 × 10.00 sold, of which 4 come back as a credit note; and 2 × 10.00 that wait for their shipment.
    const sold = await order('30');
    const { invoiceId } = await ask(`POST /orders/${sold.id}/shipments`, {});
    await ask(`POST /invoices/${invoiceId}/credit-notes`, { reason: 'Rotas', lines: [{ line: 1, quantity: '4' }] });
  });

  it('every report there is comes out as a file, by the rights of who asked for it', { timeout: 120_000 }, async () => {
    const rules: string[] = [];
    for (let at = 0; at < REPORTS.length; at += AT_ONCE)
      rules.push((await ruleWith(REPORTS.slice(at, at + AT_ONCE).map((report) => effectOf(report)))).id);
    await order('2');
    const runs = await Promise.all(rules.map(ended));
    const effects = runs.flatMap((run) => run.effects);
    expect(effects.map(({ effect, state, code, message }) => [effect.report, state, code, message])).toEqual(
      REPORTS.map((report) => [report, 'done', undefined, undefined]),
    );
    for (const { id } of rules.map((ruleId) => ({ id: ruleId }))) await ask(`POST /automation/rules/${id}/pause`, {});
    expect((await mailsTo(company.people.owner.email)).length).toBeGreaterThanOrEqual(REPORTS.length);
  });

  it('is of the days that were asked for, with the sums that a person would come to', async () => {
    const { id } = await ruleWith([
      effectOf('sales-by-customer', { span: 'thisYear' }),
      effectOf('sales-by-item', { span: 'thisMonth' }),
      effectOf('orders-to-ship'),
      effectOf('overdue-invoices'),
      effectOf('sales-by-item', { span: 'lastYear' }),
    ]);
    await order('2');
    const run = await ended(id);
    const files = await Promise.all([1, 2, 3, 4, 5].map((no) => fileOf(run.id, no)));
    // 300.00 less 40.00, and 21 % of it.
    expect(files[0]).toBe(
      'NIF;Cliente;Base;IVA;Total\r\nB58378431;"Librería Cervantes, S.L.";260,00;54,60;314,60\r\nTotal;;260,00;54,60;314,60\r\n',
    );
    expect(files[1]).toBe('Código;Artículo;Cantidad;Base\r\nTAZA-01;Taza de loza;26;260,00\r\nTotal;;26;260,00\r\n');
    // Two orders of 20.00 wait: that of the test before, and this one.
    expect(files[2]?.trim().split('\r\n').at(-1)).toBe('Total;;;;;40,00;48,40');
    expect(files[3]?.trim().split('\r\n').slice(1)).toEqual(['Total;;;;;;0,00;0,00']);
    expect(files[4]?.trim().split('\r\n').slice(1)).toEqual(['Total;;0;0,00']);
    await ask(`POST /automation/rules/${id}/pause`, {});
  });

  it('is refused to who may not have it, in what it cannot be, and its file to who may not see it', async () => {
    const wrong = async (effect: object, token = owner()) =>
      refusal(await send('POST /automation/rules', { token, body: { name: 'x', trigger: 'order.placed', effects: [effect] } }));
    const at = (field: string) => ({ status: 400, code: 'rule.report', field: `body.effects.0.${field}` });
    expect(await wrong(effectOf('tax-303', { format: 'csv' }))).toEqual(at('format'));
    expect(await wrong(effectOf('stock', { span: 'lastMonth' }))).toEqual(at('span'));
    expect(await wrong(effectOf('stock', { report: 'GET /members' }))).toMatchObject({ status: 400 });
    expect((await ask('GET /automation/options')).reports.map(({ name }: { name: string }) => name)).toEqual(REPORTS);
    const auditor = await ask('GET /automation/options', undefined, company.tokens.auditor);
    expect(auditor.reports.map(({ name }: { name: string }) => name)).toContain('stock');
    const [run] = (await ask('GET /automation/runs?state=done')).items;
    expect(await send(`GET /automation/runs/${run.id}/file`, { token: company.tokens.warehouse })).toMatchObject({ status: 403 });
    expect(await send(`GET /automation/runs/${run.id}/file?effect=9`, { token: owner() })).toMatchObject({ status: 400 });
  });
});
